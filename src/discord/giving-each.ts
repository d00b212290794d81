/** An answer that goes on: each message takes the place of the one before, for as long as Discord lets it. */
import type { Message } from '../views/message.ts';
import type { Answer } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { pause, type Time } from './time.ts';

/** Discord takes five edits in two seconds; nobody reads faster than one. */
const between = 1_000;

/**
 * Asks for the next message a second after the last was shown, so whoever only looks again needs no pause of their own.
 * @param closing from now on nothing more is waited for, but the first message.
 */
export async function giveEach(
  answer: Answer,
  messages: AsyncIterable<Message>,
  time: Time,
  closing: AbortSignal,
): Promise<Delivery> {
  const iterator = messages[Symbol.asyncIterator]();
  const closed = Promise.withResolvers<undefined>();
  const onClosing = () => closed.resolve(undefined);
  closing.addEventListener('abort', onClosing);
  try {
    const first = await iterator.next();
    if (first.done) throw new Error('A command ended without an answer');
    let shown = first.value;
    let delivery = await answer.give(shown);
    while (mayGoOn(delivery)) {
      await pause(time, between, closing);
      if (closing.aborted || answer.isOver) return delivery;
      const next = await Promise.race([iterator.next(), closed.promise]);
      if (next === undefined || next.done) return delivery;
      if (isSame(next.value, shown) && delivery === 'done') continue;
      shown = next.value;
      delivery = await answer.give(shown);
    }
    return delivery;
  } finally {
    closing.removeEventListener('abort', onClosing);
    // Not waited for: it may be busy.
    iterator.return?.().catch(() => {});
  }
}

/** Whoever saw one message less has the next one to see. */
function mayGoOn(delivery: Delivery): boolean {
  return delivery === 'done' || delivery === 'unknown';
}

function isSame(one: Message, other: Message): boolean {
  return one.files === other.files && JSON.stringify(one.components) === JSON.stringify(other.components);
}
