/** What a raw interaction says: who asks, in which language, and for what. */
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Locale, localeOf } from '../views/locale.ts';
import type { Caller, Command, ComponentHandler, Options, Subcommand } from './command.ts';

export type Interaction = APIInteraction;
export type Commands = ReadonlyMap<string, Command>;
type GivenOption = APIApplicationCommandInteractionDataBasicOption;

/** Undefined outside a server. */
export function callerOf({ id, guild_id, member }: Interaction): Caller | undefined {
  if (!guild_id || !member) return undefined;
  const { user } = member;
  return {
    guildId: guild_id,
    userId: user.id,
    name: member.nick ?? user.global_name ?? user.username,
    permissions: BigInt(member.permissions),
    roleIds: member.roles,
    interactionId: id,
  };
}

export function localeFor(interaction: Interaction): Locale {
  return localeOf('locale' in interaction ? interaction.locale : undefined);
}

export type Ask =
  | { readonly kind: 'command'; readonly run: Subcommand['run']; readonly given: Record<string, string | undefined> }
  | {
      readonly kind: 'component';
      readonly run: ComponentHandler;
      readonly args: readonly string[];
      readonly values: readonly string[];
    }
  /** Something that no longer exists, or never did. */
  | { readonly kind: 'outdated' };

const outdated: Ask = { kind: 'outdated' };

export function askOf(commands: Commands, interaction: Interaction): Ask {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return outdated;
      const addressed = addressedBy(commands, data.name, data.options);
      const given = addressed && givenOf(addressed.options, addressed.given);
      return given ? { kind: 'command', run: addressed.run, given } : outdated;
    }
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      const [command = '', component = '', ...args] = data.custom_id.split('/');
      const handlers = commands.get(command)?.components;
      const run = handlers && Object.hasOwn(handlers, component) ? handlers[component] : undefined;
      return run ? { kind: 'component', run, args, values: 'values' in data ? data.values : [] } : outdated;
    }
    default:
      return outdated;
  }
}

interface Addressed {
  readonly options: Options;
  readonly run: Subcommand['run'];
  readonly given: readonly GivenOption[];
}

/** The command or subcommand that a payload names, with the options it brings. */
export function addressedBy(commands: Commands, name: string, options: readonly object[] = []): Addressed | undefined {
  const command = commands.get(name);
  const given = options as readonly GivenOption[];
  if (command?.run) return { options: command.options ?? {}, run: command.run, given };
  const [first] = options as readonly { name: string; type: number; options?: readonly GivenOption[] }[];
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return undefined;
  const subcommands = command?.subcommands;
  const subcommand = subcommands && Object.hasOwn(subcommands, first.name) ? subcommands[first.name] : undefined;
  return subcommand && { options: subcommand.options, run: subcommand.run, given: first.options ?? [] };
}

/** The declared options' values; undefined where the payload does not fit the declaration. */
function givenOf(declared: Options, options: readonly GivenOption[]): Record<string, string | undefined> | undefined {
  const given: Record<string, string | undefined> = {};
  for (const { name, value } of options as readonly { name: string; value: unknown }[]) {
    const option = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!option || typeof value !== 'string') return undefined;
    if (option.choices && !Object.hasOwn(option.choices, value)) return undefined;
    given[name] = value;
  }
  for (const name in declared) {
    if (declared[name]?.required && given[name] === undefined) return undefined;
  }
  return given;
}
