/** The message a route is about. */
import { Refusal } from '../errors.ts';
import type { ChannelRecord, MessageRecord } from '../state/records.ts';
import type { Call } from './route.ts';

export function messageIn(channel: ChannelRecord, { params }: Call<unknown>): MessageRecord {
  const message = channel.messages.get(params.message ?? '');
  if (message === undefined) throw new Refusal('unknownMessage');
  return message;
}
