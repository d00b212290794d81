/** A community as short as a test needs it. */
import type { Community, CommunityChannel, CommunityRole } from '../../src/domain/community.ts';

export function aCommunity(more: Partial<Community> = {}): Community {
  return { name: 'C', roles: [], categories: [], studyGroups: [], officeHours: [], mentorPools: [], ...more };
}

export function aCommunityRole(key: string, more: Partial<CommunityRole> = {}): CommunityRole {
  return { key, name: `The ${key}`, hoist: false, mentionable: false, paths: [], certificates: [], ...more };
}

export function aCommunityChannel(key: string, more: Partial<CommunityChannel> = {}): CommunityChannel {
  return { key, name: key, kind: 'text', sees: 'everyone', writes: 'everyone', ...more };
}

/** A role, and a channel that it opens. */
export const small = aCommunity({
  roles: [
    aCommunityRole('learner', { paths: ['p'], colour: 0x123456 }),
    aCommunityRole('certified', { certificates: ['c'] }),
  ],
  categories: [
    {
      key: 'first',
      name: 'First',
      channels: [
        aCommunityChannel('talk', { topic: 'A topic', sees: ['learner'], writes: ['learner'] }),
        aCommunityChannel('news', { writes: 'nobody' }),
      ],
    },
  ],
});
