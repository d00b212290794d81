/** Brings to the member what a handler returned: a message, messages that follow one another, or a form. */
import { InteractionType } from 'discord-api-types/v10';
import { formReadyMessage } from '../views/faults.ts';
import type { Form } from '../views/form.ts';
import type { Answer } from './answer.ts';
import type { Caller, Reply } from './command.ts';
import type { Courier, Delivery } from './delivery.ts';
import { giveEach } from './giving-each.ts';
import type { HeldForms } from './held-forms.ts';
import { type Interaction, localeFor } from './interaction.ts';

export interface Replying {
  readonly courier: Courier;
  readonly forms: HeldForms;
}

export interface Asked {
  readonly caller: Caller;
  readonly interaction: Interaction;
  /** Answers that go on end here. */
  readonly closing: AbortSignal;
}

export async function giveReply(replying: Replying, answer: Answer, reply: Reply, asked: Asked): Promise<Delivery> {
  if (isForm(reply)) return await giveForm(replying, answer, reply, asked);
  if (Symbol.asyncIterator in reply) return await giveEach(answer, reply, replying.courier.time, asked.closing);
  return await answer.give(reply);
}

export function isForm(reply: Reply): reply is Form {
  return 'fields' in reply;
}

/** Where Discord takes no form, a button opens it: after a deferral, and as the answer to a form. */
export async function giveForm(
  { forms }: Replying,
  answer: Answer,
  form: Form,
  { caller, interaction }: Pick<Asked, 'caller' | 'interaction'>,
): Promise<Delivery> {
  const opened = interaction.type === InteractionType.ModalSubmit ? undefined : await answer.open(form);
  return opened ?? (await answer.giveBeside(formReadyMessage(forms.hold(form, caller), localeFor(interaction))));
}
