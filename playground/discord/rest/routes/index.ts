/** Every route that is modelled. Anything else answers 501 and counts as a violation. */
import type { Route } from '../route.ts';
import { applicationRoutes } from './applications.ts';
import { oneChannelRoutes } from './channels/channel.ts';
import { channelRoutes } from './channels/channels.ts';
import { directMessageRoutes } from './channels/direct-messages.ts';
import { inviteRoutes } from './channels/invites.ts';
import { overwriteRoutes } from './channels/overwrites.ts';
import { voiceRoutes } from './channels/voice.ts';
import { gatewayRoutes } from './gateway.ts';
import { auditLogRoutes } from './guilds/audit-log.ts';
import { guildRoutes } from './guilds/guilds.ts';
import { onboardingRoutes } from './guilds/onboarding.ts';
import { ownGuildRoutes } from './guilds/own-guilds.ts';
import { welcomeScreenRoutes } from './guilds/welcome-screen.ts';
import { callbackRoutes } from './interactions/callbacks.ts';
import { commandPermissionRoutes } from './interactions/command-permissions.ts';
import { commandRoutes } from './interactions/commands.ts';
import { webhookRoutes } from './interactions/webhooks.ts';
import { banRoutes } from './members/bans.ts';
import { memberChangeRoutes } from './members/member-changes.ts';
import { memberRoleRoutes } from './members/member-roles.ts';
import { memberRoutes } from './members/members.ts';
import { roleRoutes } from './members/roles.ts';
import { bulkDeleteRoutes } from './messages/bulk-delete.ts';
import { messageRoutes } from './messages/messages.ts';
import { pinRoutes } from './messages/pins.ts';
import { reactionRoutes } from './messages/reactions.ts';
import { typingRoutes } from './messages/typing.ts';
import { eventExceptionRoutes } from './scheduled-events/event-exceptions.ts';
import { eventUserRoutes } from './scheduled-events/event-users.ts';
import { scheduledEventRoutes } from './scheduled-events/scheduled-events.ts';
import { threadListRoutes } from './threads/thread-lists.ts';
import { threadMemberRoutes } from './threads/thread-members.ts';
import { threadRoutes } from './threads/threads.ts';
import { userRoutes } from './users.ts';

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
