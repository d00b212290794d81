/**
 * Looks at the roles a member comes with. Without the members intent an interaction is how Cairn learns that somebody has
 * joined again, has passed the rules gate, or has picked a path's role.
 */
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import { wishesMessage } from '../views/wishes.ts';
import type { Answer } from './answer.ts';
import { type Interaction, localeFor } from './interaction.ts';
import { createSeen } from './seen.ts';

export interface Returning {
  /** After the interaction was answered; an answer of its own only where there is something to tell. */
  welcome(interaction: Interaction, answer: Pick<Answer, 'followUp'>): Promise<void>;
}

const remembered = 10_000;

export function createReturning({ flows, log }: { flows: Pick<Flows, 'seeRoles'>; log: Log }): Returning {
  const seen = createSeen(remembered);
  return {
    async welcome(interaction, answer) {
      const { id, guild_id: guildId, member } = interaction;
      if (!guildId || !member || member.pending) return;
      const { user, joined_at: joinedAt, roles } = member;
      if (!seen.isNew([guildId, user.id, joinedAt, ...roles].join('/'))) return;
      try {
        const wishes = await flows.seeRoles({ member: { guildId, userId: user.id }, roleIds: roles, because: id });
        const message = wishesMessage(wishes, localeFor(interaction));
        if (message) await answer.followUp(message);
      } catch (error) {
        log.error({ err: error, interaction: id }, 'The roles of a member could not be looked at');
      }
    },
  };
}
