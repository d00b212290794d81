/**
 * Limits stricter than Discord's published schema, or missing from it; what the schema says is not repeated. Each with the
 * page of Discord's documentation that states it, "observed" where none does. Where two differ, the stricter stands here.
 */
interface Limit {
  readonly max: number;
  readonly source: string;
}

const limit = (max: number, source: string): Limit => ({ max, source });

const message = 'resources/message';
const components = 'components/reference';
const commands = 'interactions/application-commands';
const receiving = 'interactions/receiving-and-responding';

export const limits = {
  content: limit(2000, message),
  embedsText: limit(6000, message),
  legacyRows: limit(5, components),
  /** Nested ones counted: the careful reading of "40 total". */
  components: limit(40, components),
  /** Characters of all text displays of a message together. */
  componentText: limit(4000, 'observed'),
  modalTopLevel: limit(5, receiving),
  choices: limit(25, commands),
  choiceName: limit(100, commands),
  choiceValue: limit(100, commands),
  commandSize: limit(8000, commands),
  slashCommands: limit(100, commands),
  userCommands: limit(15, commands),
  messageCommands: limit(15, commands),
  commandCreatesPerDay: limit(200, commands),
  attachments: limit(10, 'topics/opcodes-and-status-codes'),
  /** Bytes of one file. */
  attachmentSize: limit(10 * 1024 * 1024, 'reference'),
  /** Bytes of a whole request. */
  requestSize: limit(25 * 1024 * 1024, message),
  /** Per bot, channel and hour; the figure is ours, since Discord keeps its own to itself. */
  oldEdits: limit(60, 'topics/opcodes-and-status-codes'),
  reactions: limit(20, 'topics/opcodes-and-status-codes'),
  pins: limit(250, 'topics/opcodes-and-status-codes'),
  /** Days. */
  bulkDeleteAge: limit(14, message),
  roles: limit(250, 'topics/opcodes-and-status-codes'),
  channels: limit(500, 'topics/opcodes-and-status-codes'),
  channelsPerCategory: limit(50, 'resources/channel'),
  /** Forums take the 4096 of the schema. */
  topic: limit(1024, 'resources/channel'),
  overwrites: limit(1000, 'topics/opcodes-and-status-codes'),
  voiceUsers: limit(99, 'resources/channel'),
  stageUsers: limit(10_000, 'resources/channel'),
  /** Bits per second in a guild without boosts. */
  voiceBitrate: limit(96_000, 'resources/channel'),
  stageBitrate: limit(64_000, 'resources/channel'),
  tagName: limit(20, 'resources/channel'),
  pinnedPosts: limit(1, 'observed'),
  threadMembers: limit(1000, 'topics/opcodes-and-status-codes'),
  /** Per guild; the figure is not documented. */
  activeThreads: limit(1000, 'observed'),
  invites: limit(1000, 'topics/opcodes-and-status-codes'),
  /** Seconds; the schema allows more. */
  inviteAge: limit(604_800, 'resources/channel'),
  openEvents: limit(100, 'resources/guild-scheduled-event'),
  eventUsersPage: limit(100, 'resources/guild-scheduled-event'),
  countedExceptions: limit(10, 'resources/guild-scheduled-event'),
  membersPage: limit(1000, 'resources/guild'),
  bansPage: limit(1000, 'resources/guild'),
  ownGuildsPage: limit(200, 'resources/user'),
  auditLogPage: limit(100, 'resources/audit-log'),
  /** Days. */
  timeout: limit(28, 'resources/guild'),
  auditLogReason: limit(512, 'resources/audit-log'),
} as const satisfies Record<string, Limit>;
