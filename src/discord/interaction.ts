/** What a raw interaction says: who asks, in which language, and for what. */
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Locale, localeOf } from '../views/locale.ts';
import type { Caller, Command, ComponentHandler, FormHandler, Options, Subcommand } from './command.ts';
import { givenOf, nameOf, type Values } from './given.ts';
import { type Submission, submissionOf } from './submission.ts';

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
    name: nameOf(user, member),
    permissions: BigInt(member.permissions),
    roleIds: member.roles,
    interactionId: id,
  };
}

/** Who pressed one of our buttons in a direct message, where the button says which server it is about. */
export function directCallerOf(commands: Commands, interaction: Interaction): Caller | undefined {
  if (interaction.type !== InteractionType.MessageComponent || interaction.guild_id || !interaction.user)
    return undefined;
  const [of = '', name = '', ...args] = interaction.data.custom_id.split('/');
  const { serverOf = {} } = commands.get(of) ?? {};
  const guildId = Object.hasOwn(serverOf, name) ? serverOf[name]?.(args) : undefined;
  if (!guildId) return undefined;
  const { id: userId, username, global_name } = interaction.user;
  return {
    guildId,
    userId,
    name: global_name ?? username,
    permissions: 0n,
    roleIds: [],
    interactionId: interaction.id,
  };
}

export function localeFor(interaction: Interaction): Locale {
  return localeOf('locale' in interaction ? interaction.locale : undefined);
}

export type Ask =
  | { readonly kind: 'command'; readonly run: Subcommand['run']; readonly given: Values }
  | {
      readonly kind: 'component';
      readonly command: Command;
      readonly run: ComponentHandler;
      readonly args: readonly string[];
      readonly values: readonly string[];
    }
  | (Submission & {
      readonly kind: 'form';
      readonly command: Command;
      readonly run: FormHandler;
      readonly args: readonly string[];
    })
  /** Something that no longer exists, or never did. */
  | { readonly kind: 'outdated' };

const outdated: Ask = { kind: 'outdated' };

export function askOf(commands: Commands, interaction: Interaction): Ask {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return outdated;
      const addressed = addressedBy(commands, data.name, data.options);
      const named = { guildId: interaction.guild_id, resolved: data.resolved };
      const given = addressed && givenOf(addressed.options, addressed.given, named);
      return given ? { kind: 'command', run: addressed.run, given } : outdated;
    }
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      const handled = handlerOf(commands, data.custom_id, command => command.components);
      return handled ? { kind: 'component', ...handled, values: 'values' in data ? data.values : [] } : outdated;
    }
    case InteractionType.ModalSubmit: {
      const { data } = interaction;
      const handled = handlerOf(commands, data.custom_id, command => command.forms);
      return handled ? { kind: 'form', ...handled, ...submissionOf(data) } : outdated;
    }
    default:
      return outdated;
  }
}

/** A custom_id is `command/name/arg/arg`. */
function handlerOf<Handler>(
  commands: Commands,
  customId: string,
  handlersOf: (command: Command) => Readonly<Record<string, Handler>> | undefined,
) {
  const [of = '', name = '', ...args] = customId.split('/');
  const command = commands.get(of);
  const handlers = command && handlersOf(command);
  const run = handlers && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  return command && run && { command, run, args };
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
