/** The local Discord: REST v10 and gateway for a real bot, and members who use it. Knows nothing of any bot. */
export { type Clock, type ClockState, createClock, type MovableClock } from './clock.ts';
export { type FollowedClock, followClock } from './follow-clock.ts';
export { startDiscord } from './start.ts';
export type { Change } from './surface/changes.ts';
export type { Channel, ChannelTypeName, NewChannel, NewTag, Overwrite } from './surface/channels.ts';
export type { CommandOverride } from './surface/command-permissions.ts';
export type { OfferedCommand, OptionValue, RunOptions } from './surface/commands.ts';
export type { MenuTarget } from './surface/context-menu.ts';
export type {
  Fault,
  FaultAnswer,
  Faults,
  Held,
  RandomFaults,
  RandomKind,
  RateLimited,
  Slow,
} from './surface/faults.ts';
export type { Disturbance, GatewayControl, GatewayRules, GatewaySession } from './surface/gateway.ts';
export type { NewInvite } from './surface/invites.ts';
export type {
  DiscordOptions,
  LocalDiscord,
  Snapshot,
  Strictness,
} from './surface/local-discord.ts';
export type { Guild, Member, NewMember } from './surface/members.ts';
export type { SayOptions } from './surface/messages.ts';
export type { NewPrompt, NewPromptOption } from './surface/onboarding.ts';
export type { DispatchEntry, RequestEntry, Violation } from './surface/requests.ts';
export type { NewRole, Role, RoleOrigin } from './surface/roles.ts';
export type { NewScheduledEvent, Repetition, ScheduledEvent, ScheduledEventJson } from './surface/scheduled-events.ts';
export type { Choice, FieldValue, Shown, ShownButton, ShownField, ShownSelect } from './surface/shown.ts';
export type { ThreadState } from './surface/thread-state.ts';
export type { NewPost, NewThread } from './surface/threads.ts';
export type { Upload } from './surface/uploads.ts';
export type { Application, User } from './surface/users.ts';
