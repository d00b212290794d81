/** Events of the coverage table: the session. */
import { type Area, supported } from '../entry.ts';

export const sessionDispatches: Area = {
  name: 'The session',
  entries: [
    supported('READY', 'gateway', 'a client sees its guild with roles, channels and itself'),
    supported('RESUMED', 'gateway-protocol', 'a resume replays exactly what was missed, then says so'),
    supported('RATE_LIMITED', 'gateway-members', 'all of them, a thousand at a time, once in thirty seconds'),
    supported('USER_UPDATE', 'gateway', 'a bot that renames itself hears of its new name'),
    supported(
      'INTERACTION_CREATE',
      'interactions',
      'the bot learns who asks, where, in which language and with which rights',
    ),
  ],
};
