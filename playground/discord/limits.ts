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
  roles: limit(250, 'topics/opcodes-and-status-codes'),
  channels: limit(500, 'topics/opcodes-and-status-codes'),
  channelsPerCategory: limit(50, 'resources/channel'),
  auditLogReason: limit(512, 'resources/audit-log'),
} as const satisfies Record<string, Limit>;
