/** Brings one message to an interaction's token: tries again where that is safe, and says what became of it. */
import type { Log } from '../log.ts';
import type { MessageFile } from '../views/message.ts';
import type { DiscordClock } from './discord-clock.ts';
import { packed } from './packing.ts';
import { pause, type Time } from './time.ts';
import type { TokenReply, TokenRoutes } from './token-routes.ts';

/**
 * `done`: Discord has it. `too-late`: the token takes nothing any more, or somebody else has answered.
 * `invalid`: Discord refuses what it says. `unknown`: no answer came.
 */
export type Delivery = 'done' | 'too-late' | 'invalid' | 'unknown';

export interface Parcel {
  readonly interactionId: string;
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: unknown;
  /** The body names them by their place in this list. */
  readonly files?: readonly MessageFile[] | undefined;
  /** Discord's time in epoch milliseconds after which the token is worth nothing. */
  readonly until: number;
  /** Sending it twice is the same as once. */
  readonly repeatable: boolean;
}

export interface Courier {
  readonly routes: TokenRoutes;
  readonly clock: DiscordClock;
  readonly time: Time;
  readonly log: Log;
}

const pauses = [100, 300];
const alreadyAcknowledged = 40_060;

export async function deliver(courier: Courier, parcel: Parcel): Promise<Delivery> {
  const { routes, clock, time } = courier;
  const body = packed(parcel.body, parcel.files);
  for (let attempt = 0; ; attempt++) {
    if (clock.millis() > parcel.until) return settled(courier, parcel, 'too-late');
    const reply = await routes.send(parcel.method, parcel.path, body);
    if (reply.status >= 200 && reply.status < 300) return 'done';
    // Our earlier attempt did take effect, though no answer said so.
    if (reply.code === alreadyAcknowledged && attempt > 0) return 'done';
    const wait = waitAfter(reply, attempt, parcel.repeatable);
    if (wait === undefined || clock.millis() + wait > parcel.until)
      return settled(courier, parcel, fateOf(reply), reply);
    await pause(time, wait);
  }
}

/** Milliseconds until the next attempt; undefined for none. */
function waitAfter({ status, retryAfter }: TokenReply, attempt: number, repeatable: boolean): number | undefined {
  const wait = pauses[attempt];
  if (wait === undefined) return undefined;
  if (status === 429) return Math.max(wait, retryAfter);
  return repeatable && (status === 0 || status >= 500) ? wait : undefined;
}

function fateOf({ status, code }: TokenReply): Delivery {
  if (status === 400 && code !== alreadyAcknowledged) return 'invalid';
  return status === 0 || status === 429 || status >= 500 ? 'unknown' : 'too-late';
}

function settled({ log }: Courier, parcel: Parcel, delivery: Delivery, reply?: TokenReply): Delivery {
  const fields = { interaction: parcel.interactionId, status: reply?.status, code: reply?.code };
  if (delivery === 'invalid') log.error({ ...fields, errors: reply?.errors }, 'Discord refused an answer as malformed');
  else if (delivery === 'unknown') log.warn(fields, 'An answer may not have reached Discord');
  else log.info(fields, 'An answer came too late, or was given already');
  return delivery;
}
