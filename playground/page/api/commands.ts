/** Slash commands and what the bot suggests while one is typed. */
import { runRequest, typeRequest } from '../requests.ts';
import type { Desk } from './desk.ts';
import { outcome } from './outcome.ts';
import { optionsWithFiles, withoutFiles } from './with-files.ts';

export function commands({ does, at, uploads }: Desk): void {
  does('run', runRequest, async (me, { command, options, channel, application }) =>
    outcome(
      await me.runs(command, optionsWithFiles(me, uploads, options), {
        in: at(me, channel),
        application: { id: application },
      }),
    ),
  );
  does('type', typeRequest, async (me, { command, option, typed, options, channel, application }) => ({
    choices: await me.types(command, option, typed, withoutFiles(options), {
      in: at(me, channel),
      application: { id: application },
    }),
  }));
}
