/** Rules for who sees and who writes in the community's channels. */
import { channelsCairnUses } from '../domain/community.ts';
import { knownRole } from './check-roles.ts';
import type { AudienceDraft, ChannelDraft, CommunityDraft } from './community-drafts.ts';
import type { Report } from './problem.ts';

export function checkAudiences({ roles, categories }: CommunityDraft, report: Report): void {
  const byKey = new Map(roles.map(role => [role.plain.key, role]));
  for (const channel of categories.flatMap(({ channels }) => channels)) {
    for (const audience of new Set([channel.sees, channel.writes]))
      if (typeof audience !== 'string') for (const role of audience) knownRole(role, byKey, report);
    checkWriters(channel, report);
    if (channel.plain.key === channelsCairnUses.organisers && channel.sees === 'everyone')
      report(
        'privateChannel',
        channel.at,
        'Everyone would see members’ evidence here. Add "sees: nobody", or a list of roles.',
      );
  }
}

/** Discord takes every permission from those who can’t see a channel. */
function checkWriters({ sees, writes, at }: ChannelDraft, report: Report): void {
  if (sees === 'everyone' || writes === 'nobody' || writes === sees) return;
  const blind = writersOf(writes).filter(writer => !writersOf(sees).includes(writer));
  if (blind.length > 0)
    report('audience', at, `Here ${blind.join(', ')} may write but not see. Add to "sees", or remove from "writes".`);
}

function writersOf(audience: AudienceDraft): readonly string[] {
  return typeof audience === 'string' ? [audience] : audience.map(({ value }) => value);
}
