/** Every event that is sent, in the order in which people read of it. */
import type { Area } from '../entry.ts';
import { channelsDispatches } from './channels.ts';
import { guildsDispatches } from './guilds.ts';
import { membersDispatches } from './members.ts';
import { messagesDispatches } from './messages.ts';
import { scheduledEventsDispatches } from './scheduled-events.ts';
import { sessionDispatches } from './session.ts';

export const dispatchAreas: readonly Area[] = [
  sessionDispatches,
  guildsDispatches,
  membersDispatches,
  channelsDispatches,
  messagesDispatches,
  scheduledEventsDispatches,
];
