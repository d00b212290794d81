/** Buttons, selects and forms of the bot's messages. */
import { closeRequest, pickRequest, pressRequest, submitRequest } from '../requests.ts';
import type { Desk } from './desk.ts';
import { outcome } from './outcome.ts';
import { fieldsWithFiles } from './with-files.ts';

export function components({ does, holding, uploads }: Desk): void {
  does('press', pressRequest, async (me, { channel, message, button }) =>
    outcome(await me.clicks(button, holding(me, channel, message))),
  );
  does('pick', pickRequest, async (me, { channel, message, select, values }) =>
    outcome(await me.picks(values, holding(me, channel, message), select)),
  );
  does('submit', submitRequest, async (me, { fields }) =>
    outcome(await me.submits(fieldsWithFiles(me, uploads, fields))),
  );
  does('close-form', closeRequest, me => me.dismisses());
}
