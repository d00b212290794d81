/** Tells an organiser who has just run a command what only organisers can repair. */
import { PermissionFlagsBits } from 'discord.js';
import type { OrganiserProblem } from '../domain/problem.ts';
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import type { Locale } from '../views/locale.ts';
import type { Message } from '../views/message.ts';
import { problemsPerMessage } from '../views/organisers.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './command.ts';

export interface Notices {
  tell(organiser: Caller, locale: Locale, answer: Answer): Promise<void>;
}

export interface NoticeOptions {
  readonly flows: Pick<Flows, 'untoldNotices' | 'noticesTold'>;
  readonly log: Log;
  /** Undefined while the server is not known yet. */
  readonly word: (guildId: string, problems: readonly OrganiserProblem[], locale: Locale) => Message | undefined;
}

const organiserBits =
  PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageRoles;

export function isOrganiser({ permissions }: Caller): boolean {
  return (permissions & organiserBits) !== 0n;
}

export function createNotices({ flows, log, word }: NoticeOptions): Notices {
  return {
    async tell({ guildId, interactionId }, locale, answer) {
      try {
        const untold = await flows.untoldNotices(guildId);
        const problems = untold.slice(0, problemsPerMessage);
        const message = problems.length > 0 ? word(guildId, problems, locale) : undefined;
        if (!message || (await answer.followUp(message)) !== 'done') return;
        await flows.noticesTold(guildId, problems);
      } catch (error) {
        // The command itself was answered; the notice waits for the next one.
        log.error({ err: error, interaction: interactionId }, 'Organisers could not be told what to repair');
      }
    },
  };
}
