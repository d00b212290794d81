/** Forms that could not open at once: the answer was deferred already, or was itself the answer to a form. */
import type { Form } from '../views/form.ts';
import type { Caller } from './command.ts';
import type { Interaction } from './interaction.ts';

export interface HeldForms {
  /** @returns the custom_id of the button that opens it. */
  hold(form: Form, caller: Caller): string;
  /** Undefined where the button is none of these, or is older than what is held. */
  heldFor(caller: Caller, interaction: Interaction): Form | undefined;
}

/** No command has an empty name. */
const prefix = '/form/';
const most = 1_000;

export function createHeldForms(): HeldForms {
  const held = new Map<string, { readonly form: Form; readonly userId: string }>();
  return {
    hold(form, { interactionId, userId }) {
      held.set(interactionId, { form, userId });
      const [oldest = ''] = held.keys();
      if (held.size > most) held.delete(oldest);
      return prefix + interactionId;
    },
    heldFor({ userId }, { data }) {
      const id = data && 'custom_id' in data ? data.custom_id : '';
      const found = id.startsWith(prefix) ? held.get(id.slice(prefix.length)) : undefined;
      return found?.userId === userId ? found.form : undefined;
    },
  };
}
