/** What each handler is given, from the interaction and from what surrounds it. */
import type { Connection } from '../domain/doctor.ts';
import type { KeepOutcome, Upload } from '../domain/evidence.ts';
import type { Server } from '../domain/server.ts';
import type { Flows } from '../flows/index.ts';
import type { Message } from '../views/message.ts';
import type { Caller, Request } from './command.ts';
import { type Interaction, localeFor } from './interaction.ts';

/** What only the connection to Discord can tell or do. */
export interface Surroundings {
  server(guildId: string): Server | undefined;
  lookAgain(guildId: string): Promise<Server | undefined>;
  connection(): Connection;
  keepFile(caller: Caller, file: Upload, message: Message): Promise<KeepOutcome>;
}

export function requestOf(
  caller: Caller,
  interaction: Interaction,
  { flows, surroundings }: { readonly flows: Flows; readonly surroundings: Surroundings },
): Request {
  return {
    caller,
    flows,
    locale: localeFor(interaction),
    server: () => surroundings.server(caller.guildId),
    lookAgain: () => surroundings.lookAgain(caller.guildId),
    connection: surroundings.connection,
    keepFile: (file, message) => surroundings.keepFile(caller, file, message),
  };
}
