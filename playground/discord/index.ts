/** The local Discord: REST v10 and gateway for a real bot, and members who use it. Knows nothing of any bot. */
export { type Clock, type ClockState, createClock, type MovableClock } from './clock.ts';
export { type FollowedClock, followClock } from './follow-clock.ts';
export { startDiscord } from './start.ts';
export type { Change } from './surface/changes.ts';
export type { Channel, NewChannel, Overwrite } from './surface/channels.ts';
export type {
  DiscordOptions,
  GatewayControl,
  LocalDiscord,
  Snapshot,
  Strictness,
} from './surface/local-discord.ts';
export type { Guild, Member, NewMember, OfferedCommand, OptionValue, RunOptions } from './surface/members.ts';
export type { Fault, FaultAnswer, Faults, RequestEntry, Violation } from './surface/requests.ts';
export type { NewRole, Role } from './surface/roles.ts';
export type { Choice, Shown, ShownButton, ShownField, ShownSelect } from './surface/shown.ts';
export type { Application, User } from './surface/users.ts';
