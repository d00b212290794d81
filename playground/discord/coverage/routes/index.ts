/** Every route that is modelled, in the order in which people read of it. */
import type { Area } from '../entry.ts';
import { channelsRoutes } from './channels.ts';
import { commandsRoutes } from './commands.ts';
import { guildsRoutes } from './guilds.ts';
import { interactionsRoutes } from './interactions.ts';
import { membersRoutes } from './members.ts';
import { messagesRoutes } from './messages.ts';
import { rolesRoutes } from './roles.ts';
import { scheduledEventsRoutes } from './scheduled-events.ts';
import { selfRoutes } from './self.ts';
import { threadsRoutes } from './threads.ts';

export const routeAreas: readonly Area[] = [
  selfRoutes,
  commandsRoutes,
  interactionsRoutes,
  messagesRoutes,
  channelsRoutes,
  threadsRoutes,
  guildsRoutes,
  rolesRoutes,
  membersRoutes,
  scheduledEventsRoutes,
];
