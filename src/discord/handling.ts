/** From an interaction to its answer: runs what was asked for, and has words for everything else. */

import type { Flows } from '../flows/index.ts';
import { StoreBroken, StoreBusy } from '../store/faults.ts';
import { faultMessage, notPermittedMessage, outdatedMessage, serverOnlyMessage } from '../views/faults.ts';
import { Answer } from './answer.ts';
import type { Reply, Request } from './command.ts';
import {
  type Ask,
  askOf,
  type Commands,
  callerOf,
  directCallerOf,
  type Interaction,
  localeFor,
} from './interaction.ts';
import { isOrganiser, type Notices } from './notices.ts';
import { isPermitted } from './permitted.ts';
import { giveForm, giveReply, isForm, type Replying } from './replying.ts';
import { requestOf, type Surroundings } from './request.ts';
import type { Returning } from './returning.ts';

export interface Handling extends Replying {
  readonly commands: Commands;
  readonly flows: Flows;
  readonly notices: Notices;
  readonly returning: Returning;
  readonly surroundings: Surroundings;
  /** Short and hard to guess; the member reads it and the log has it. */
  readonly incidentId: () => string;
}

/** @param closing Answers that go on end here. */
export async function answerInteraction(
  handling: Handling,
  interaction: Interaction,
  closing: AbortSignal,
): Promise<void> {
  const { courier, commands, notices, returning, forms } = handling;
  const answer = new Answer(courier, interaction);
  const locale = localeFor(interaction);
  const caller = callerOf(interaction) ?? directCallerOf(commands, interaction);
  if (!caller) {
    await answer.give(serverOnlyMessage(locale));
    return;
  }
  const held = forms.heldFor(caller, interaction);
  if (held) {
    const opened = await giveForm(handling, answer, held, { caller, interaction });
    if (opened === 'invalid') await giveFault(handling, interaction, answer);
    return;
  }
  const ask = askOf(commands, interaction);
  if (ask.kind === 'outdated') {
    courier.log.info({ interaction: interaction.id, ask: nameOf(interaction) }, 'An outdated command or button');
    await answer.give(outdatedMessage(locale));
    return;
  }
  if (!isPermitted(ask, caller, interaction)) {
    await answer.giveBeside(notPermittedMessage(locale));
    return;
  }
  let reply: Reply | undefined;
  try {
    reply = await carriedOut(ask, requestOf(caller, interaction, handling));
    const delivery = await giveReply(handling, answer, reply, { caller, interaction, closing });
    if (delivery === 'invalid') await giveFault(handling, interaction, answer);
  } catch (error) {
    await giveFault(handling, interaction, answer, error);
  }
  // Nothing is put before a form that is being filled in.
  if (ask.kind === 'command' && !(reply && isForm(reply)) && isOrganiser(caller)) {
    await notices.tell(caller, locale, answer);
  }
  await returning.welcome(interaction, answer);
}

function carriedOut(ask: Exclude<Ask, { kind: 'outdated' }>, request: Request): Promise<Reply> | Reply {
  switch (ask.kind) {
    case 'command':
      return ask.run({ ...request, given: ask.given });
    case 'component':
      return ask.run({ ...request, args: ask.args, values: ask.values });
    case 'form':
      return ask.run({ ...request, args: ask.args, fields: ask.fields, files: ask.files });
  }
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
