/** What `npm run discord` may be told on its command line. */
import { parseArgs } from 'node:util';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';

export interface StandaloneOptions {
  readonly port: number;
  /** Undefined: no page. */
  readonly pagePort: number | undefined;
  /** Undefined: everything is forgotten at the end. */
  readonly state: string | undefined;
  readonly guild: string;
  readonly bot: string;
  /** Undefined: the local Discord makes one. */
  readonly token: string | undefined;
  readonly permissions: bigint;
  readonly privilegedIntents: number;
}

/** Bits of the gateway's privileged intents. */
const portal: Readonly<Record<string, number>> = { members: 1 << 1, presences: 1 << 8, 'message-content': 1 << 15 };

/** What a community bot usually asks for; never Administrator, which would hide what it forgot to ask for. */
const usualPermissions =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.CreatePublicThreads |
  Permission.CreatePrivateThreads |
  Permission.ManageRoles |
  Permission.ManageChannels |
  Permission.CreateEvents |
  Permission.Connect;

export const usage = `Usage: npm run discord -- [options]

  --port N           port of the API and the gateway; default 4402, 0 for any free one
  --page N           port of the page on which you are a member; default 4403
  --no-page          only the API and the gateway
  --state FILE       keeps everything in this file between runs; default: nothing is kept
  --guild NAME       the server; default "Playground"
  --bot NAME         your bot; default "Your bot"
  --token TOKEN      what your bot logs in with; default: one is made
  --permissions N    what your bot is invited with; default ${usualPermissions}; 8 is Administrator
  --intents LIST     privileged intents switched on for it, by comma: ${Object.keys(portal).join(', ')}
`;

/** Throws a sentence for the person at the command line. */
export function readOptions(args: readonly string[]): StandaloneOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4402' },
      page: { type: 'string', default: '4403' },
      'no-page': { type: 'boolean', default: false },
      state: { type: 'string' },
      guild: { type: 'string', default: 'Playground' },
      bot: { type: 'string', default: 'Your bot' },
      token: { type: 'string' },
      permissions: { type: 'string', default: String(usualPermissions) },
      intents: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: port('--port', values.port),
    pagePort: values['no-page'] ? undefined : port('--page', values.page),
    state: values.state,
    guild: named('--guild', values.guild),
    bot: named('--bot', values.bot),
    token: values.token,
    permissions: bits(values.permissions),
    privilegedIntents: intents(values.intents),
  };
}

function port(option: string, value: string): number {
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number <= 65_535) return number;
  throw new Error(`${option} must be a port from 0 to 65535, not "${value}".`);
}

/** Discord's limit for names of servers and bots. */
function named(option: string, value: string): string {
  if (value.trim().length >= 2 && value.length <= 100) return value.trim();
  throw new Error(`${option} must have 2 to 100 characters.`);
}

function bits(value: string): bigint {
  if (/^\d{1,19}$/.test(value)) return BigInt(value);
  throw new Error(`--permissions must be the number of an invite link, such as 8, not "${value}".`);
}

function intents(list: string): number {
  const names = list.split(',').filter(name => name !== '');
  const unknown = names.find(name => portal[name] === undefined);
  if (unknown !== undefined)
    throw new Error(
      `--intents knows ${Object.keys(portal).join(', ')}, not "${unknown}". Other intents need no switch.`,
    );
  return names.reduce((all, name) => all | (portal[name] ?? 0), 0);
}
