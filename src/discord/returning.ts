/** Notices members who have joined again: without the members intent, their first interaction is how Cairn learns of it. */
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import type { Interaction } from './interaction.ts';
import { createSeen } from './seen.ts';

export interface Returning {
  welcome(interaction: Interaction): Promise<void>;
}

const remembered = 10_000;

export function createReturning({ flows, log }: { flows: Pick<Flows, 'restoreRoles'>; log: Log }): Returning {
  const seen = createSeen(remembered);
  return {
    async welcome({ id, guild_id: guildId, member }) {
      if (!guildId || !member?.joined_at || !seen.isNew(`${guildId}/${member.user.id}/${member.joined_at}`)) return;
      const joinedAt = Temporal.Instant.from(member.joined_at);
      try {
        await flows.restoreRoles({ guildId, userId: member.user.id }, joinedAt, member.roles);
      } catch (error) {
        log.error({ err: error, interaction: id }, 'The roles of a returning member could not be looked up');
      }
    },
  };
}
