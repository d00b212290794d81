/** Every route that is modelled. Anything else answers 501 and counts as a violation. */
import type { Route } from '../route.ts';
import { applicationRoutes } from './applications.ts';
import { auditLogRoutes } from './audit-log.ts';
import { banRoutes } from './bans.ts';
import { bulkDeleteRoutes } from './bulk-delete.ts';
import { callbackRoutes } from './callbacks.ts';
import { oneChannelRoutes } from './channel.ts';
import { channelRoutes } from './channels.ts';
import { commandPermissionRoutes } from './command-permissions.ts';
import { commandRoutes } from './commands.ts';
import { directMessageRoutes } from './direct-messages.ts';
import { eventExceptionRoutes } from './event-exceptions.ts';
import { eventUserRoutes } from './event-users.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { inviteRoutes } from './invites.ts';
import { memberChangeRoutes } from './member-changes.ts';
import { memberRoleRoutes } from './member-roles.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { onboardingRoutes } from './onboarding.ts';
import { overwriteRoutes } from './overwrites.ts';
import { ownGuildRoutes } from './own-guilds.ts';
import { pinRoutes } from './pins.ts';
import { reactionRoutes } from './reactions.ts';
import { roleRoutes } from './roles.ts';
import { scheduledEventRoutes } from './scheduled-events.ts';
import { threadListRoutes } from './thread-lists.ts';
import { threadMemberRoutes } from './thread-members.ts';
import { threadRoutes } from './threads.ts';
import { typingRoutes } from './typing.ts';
import { userRoutes } from './users.ts';
import { voiceRoutes } from './voice.ts';
import { webhookRoutes } from './webhooks.ts';
import { welcomeScreenRoutes } from './welcome-screen.ts';

export const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...applicationRoutes,
  ...userRoutes,
  ...ownGuildRoutes,
  ...commandRoutes,
  ...commandPermissionRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...guildRoutes,
  ...memberChangeRoutes,
  ...memberRoutes,
  ...banRoutes,
  ...onboardingRoutes,
  ...welcomeScreenRoutes,
  ...auditLogRoutes,
  ...scheduledEventRoutes,
  ...eventUserRoutes,
  ...eventExceptionRoutes,
  ...roleRoutes,
  ...memberRoleRoutes,
  ...channelRoutes,
  ...oneChannelRoutes,
  ...overwriteRoutes,
  ...directMessageRoutes,
  ...threadRoutes,
  ...threadMemberRoutes,
  ...threadListRoutes,
  ...voiceRoutes,
  ...inviteRoutes,
  ...messageRoutes,
  ...bulkDeleteRoutes,
  ...pinRoutes,
  ...reactionRoutes,
  ...typingRoutes,
];
