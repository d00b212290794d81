/** Which tags a post may carry. */
import { invalid, Refusal } from '../../errors.ts';
import { ChannelFlag } from '../../state/channels/channel-types.ts';
import type { ChannelRecord } from '../../state/records.ts';

export interface TagRules {
  /** Whether the author may use moderated tags. */
  readonly moderates: boolean;
  /** Those the post has already. */
  readonly before?: readonly string[];
}

export function appliedTags(
  forum: ChannelRecord,
  wanted: readonly string[],
  { moderates, before = [] }: TagRules,
): readonly string[] {
  const tags = forum.settings.tags ?? [];
  for (const [index, id] of wanted.entries())
    if (!tags.some(tag => tag.id === id)) throw invalid(`applied_tags.${index}`, 'INVALID_TAG', 'Unknown tag');
  const changed = [...wanted, ...before].filter(id => wanted.includes(id) !== before.includes(id));
  const moderated = tags.filter(tag => tag.moderated && changed.includes(tag.id));
  if (moderated.length > 0 && !moderates) throw new Refusal('missingPermissions');
  if (wanted.length === 0 && (forum.flags & ChannelFlag.requireTag) !== 0) {
    const usable = tags.filter(tag => moderates || !tag.moderated);
    throw new Refusal(tags.length > 0 && usable.length === 0 ? 'onlyModeratedTags' : 'tagRequired');
  }
  return [...new Set(wanted)];
}
