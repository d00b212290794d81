/** A command as Discord wants it registered. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Options, Subcommand, TextOption } from './command.ts';

export function declarationOf(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.says,
    // Both always explicit: what Discord fills in for an absent one depends on the portal.
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
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

function optionOf(name: string, option: TextOption): APIApplicationCommandStringOption {
  const shared = {
    type: ApplicationCommandOptionType.String,
    name,
    description: option.says,
    required: option.required ?? false,
  } as const;
  if (option.suggest) return { ...shared, autocomplete: true };
  if (!option.choices) return shared;
  return { ...shared, choices: Object.entries(option.choices).map(([value, shown]) => ({ name: shown, value })) };
}
