/** From an interaction to its answer: runs what was asked for, and has words for everything else. */

import type { Flows } from '../flows/index.ts';
import { StoreBroken, StoreBusy } from '../store/faults.ts';
import { faultMessage, outdatedMessage, serverOnlyMessage } from '../views/faults.ts';
import type { Message } from '../views/message.ts';
import { Answer } from './answer.ts';
import type { Request } from './command.ts';
import type { Courier } from './delivery.ts';
import { type Ask, askOf, type Commands, callerOf, type Interaction, localeFor } from './interaction.ts';
import { isOrganiser, type Notices } from './notices.ts';
import type { Returning } from './returning.ts';

export interface Handling {
  readonly courier: Courier;
  readonly commands: Commands;
  readonly flows: Flows;
  readonly notices: Notices;
  readonly returning: Returning;
  /** Short and hard to guess; the member reads it and the log has it. */
  readonly incidentId: () => string;
}

export async function answerInteraction(handling: Handling, interaction: Interaction): Promise<void> {
  const { courier, commands, flows, notices, returning } = handling;
  const answer = new Answer(courier, interaction);
  const locale = localeFor(interaction);
  const caller = callerOf(interaction);
  const ask = askOf(commands, interaction);
  if (!caller || ask.kind === 'outdated') {
    if (caller)
      courier.log.info({ interaction: interaction.id, ask: nameOf(interaction) }, 'An outdated command or button');
    await answer.give(caller ? outdatedMessage(locale) : serverOnlyMessage(locale));
    return;
  }
  try {
    const message = await carriedOut(ask, { caller, flows, locale });
    if ((await answer.give(message)) === 'invalid') await giveFault(handling, interaction, answer);
  } catch (error) {
    await giveFault(handling, interaction, answer, error);
  }
  if (ask.kind === 'command' && isOrganiser(caller)) await notices.tell(caller, locale, answer);
  await returning.welcome(interaction);
}

function carriedOut(ask: Exclude<Ask, { kind: 'outdated' }>, request: Request): Promise<Message> | Message {
  return ask.kind === 'command'
    ? ask.run({ ...request, given: ask.given })
    : ask.run({ ...request, args: ask.args, values: ask.values });
}

/** @param cause Absent where the answer itself was at fault: the log has it already. */
async function giveFault(handling: Handling, interaction: Interaction, answer: Answer, cause?: unknown): Promise<void> {
  const incident = handling.incidentId();
  const kind = cause instanceof StoreBusy || cause instanceof StoreBroken ? 'not-saved' : 'fault';
  handling.courier.log.error(
    { err: cause, incident, interaction: interaction.id, ask: nameOf(interaction) },
    'An interaction could not be handled',
  );
  await answer.giveBeside(faultMessage(kind, incident, localeFor(interaction)));
}

/** The command or the component's handler; never what a member typed. */
function nameOf({ data }: Interaction): string | undefined {
  if (data && 'name' in data) return data.name;
  return data && 'custom_id' in data ? data.custom_id.split('/', 2).join('/') : undefined;
}
