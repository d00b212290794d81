/** A command as Discord wants it registered. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Option, Options, Subcommand } from './command.ts';

export function declarationOf(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.says,
    // Both always explicit: what Discord fills in for an absent one depends on the portal.
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    ...(command.needs && { default_member_permissions: String(PermissionFlagsBits[command.needs]) }),
    options: command.subcommands
      ? Object.entries(command.subcommands).map(([name, subcommand]) => subcommandOf(name, subcommand))
      : optionsOf(command.options ?? {}),
  };
}

function subcommandOf(name: string, subcommand: Subcommand): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: subcommand.says,
    options: optionsOf(subcommand.options),
  };
}

function optionsOf(options: Options): APIApplicationCommandBasicOption[] {
  return Object.entries(options).map(([name, option]) => optionOf(name, option));
}

const plainTypes = {
  file: ApplicationCommandOptionType.Attachment,
  member: ApplicationCommandOptionType.User,
  flag: ApplicationCommandOptionType.Boolean,
} as const;

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const shared = { name, description: option.says, required: option.required ?? false };
  if (option.kind !== 'text') return { ...shared, type: plainTypes[option.kind] };
  const text = { ...shared, type: ApplicationCommandOptionType.String } as const;
  if (option.suggest) return { ...text, autocomplete: true };
  if (!option.choices) return text;
  return { ...text, choices: Object.entries(option.choices).map(([value, shown]) => ({ name: shown, value })) };
}
