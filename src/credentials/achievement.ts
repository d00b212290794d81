/** What is achieved: the certificate as such, the same for everybody who earns it. */
import { achievementAddress } from './addresses.ts';
import { badgeContexts } from './contexts.ts';
import type { AchievementFacts, CommunityFacts } from './facts.ts';
import { namedUuid } from './identity.ts';
import { counted, listed, plain } from './markdown.ts';

export interface Achievement {
  readonly id: string;
  readonly type: readonly ['Achievement'];
  readonly achievementType: 'Certificate';
  readonly name: string;
  readonly description: string;
  readonly criteria: { readonly narrative: string };
  readonly version?: string;
}

export function achievementOf(
  facts: AchievementFacts,
  community: CommunityFacts,
  publicUrl: string | undefined,
): Achievement {
  const { title, pathTitle, items, besides, version } = facts;
  const steps = counted(items.length, 'item');
  const also = besides ? `\n\nBesides, ${plain(besides)}.` : '';
  return {
    // Without an address: a name that survives the rotation of keys.
    id:
      publicUrl === undefined
        ? namedUuid('achievement', community.name, facts.id)
        : achievementAddress(publicUrl, facts.id),
    type: ['Achievement'],
    achievementType: 'Certificate',
    name: title,
    description: `Completed all ${steps} of "${pathTitle}" in ${community.name}.`,
    criteria: { narrative: `Complete all ${steps} of "${plain(pathTitle)}":\n\n${listed(items)}${also}` },
    ...(version && { version }),
  };
}

/** The document at `achievementAddress`. */
export function achievementDocument(facts: AchievementFacts, community: CommunityFacts, publicUrl: string) {
  return { '@context': badgeContexts, ...achievementOf(facts, community, publicUrl) };
}
