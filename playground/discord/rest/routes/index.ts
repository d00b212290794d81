/** Every route that is modelled. Anything else answers 501 and counts as a violation. */
import type { Route } from '../route.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { memberRoleRoutes } from './member-roles.ts';
import { messageRoutes } from './messages.ts';
import { roleRoutes } from './roles.ts';
import { selfRoutes } from './self.ts';
import { webhookRoutes } from './webhooks.ts';

export const routes: readonly Route[] = [
  ...selfRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...guildRoutes,
  ...roleRoutes,
  ...memberRoleRoutes,
  ...channelRoutes,
  ...messageRoutes,
];
