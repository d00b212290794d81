/** Application commands: stored as Discord gives them back, keeping ids of same names when overwritten. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { ApplicationRecord, CommandRecord } from '../records.ts';
import type { World } from '../world.ts';

/** A command as a bot declares it; checked before it comes here. */
export type CommandFields = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly type?: number | null;
};

export type Scope = string | undefined;

export function commandsIn(application: ApplicationRecord, guildId: Scope): readonly CommandRecord[] {
  return [...application.commands.values()].filter(command => command.guildId === guildId);
}

export function commandNamed(
  application: ApplicationRecord,
  guildId: Scope,
  name: string,
  type = 1,
): CommandRecord | undefined {
  return commandsIn(application, guildId).find(({ json }) => json.name === name && json.type === type);
}

/** Overwrites the command of the same name and type if there is one. */
export function putCommand(
  world: World,
  application: ApplicationRecord,
  guildId: Scope,
  fields: CommandFields,
  id?: string,
): CommandRecord {
  const known =
    id === undefined ? commandNamed(application, guildId, fields.name, fields.type ?? 1) : application.commands.get(id);
  const commandId = known?.id ?? world.ids.next();
  const json = commandJson(world, application, guildId, commandId, fields);
  if (known !== undefined) {
    const unchanged = JSON.stringify({ ...known.json, version: '' }) === JSON.stringify({ ...json, version: '' });
    if (!unchanged) known.json = json;
    return known;
  }
  const command: CommandRecord = { id: commandId, guildId, json };
  application.commands.set(commandId, command);
  return command;
}

export function announceCommands(world: World, application: ApplicationRecord, guildId: Scope): void {
  world.bus.emit({ kind: 'commands-changed', applicationId: application.id, guildId });
}

function commandJson(
  world: World,
  application: ApplicationRecord,
  guildId: Scope,
  id: string,
  fields: CommandFields,
): APIApplicationCommand {
  return {
    id,
    application_id: application.id,
    version: world.ids.next(),
    default_member_permissions:
      fields.default_member_permissions == null ? null : String(fields.default_member_permissions),
    type: fields.type ?? 1,
    name: fields.name,
    name_localizations: fields.name_localizations ?? null,
    description: fields.description ?? '',
    description_localizations: fields.description_localizations ?? null,
    ...(guildId === undefined
      ? {
          dm_permission: fields.dm_permission ?? true,
          contexts: fields.contexts ?? null,
          integration_types: fields.integration_types ?? [0],
        }
      : { guild_id: guildId }),
    ...(Array.isArray(fields.options) && fields.options.length > 0 && { options: fields.options.map(withoutDefaults) }),
    nsfw: fields.nsfw ?? false,
  } as unknown as APIApplicationCommand;
}

/** Discord leaves out what is false, null or empty. */
function withoutDefaults(option: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(option).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'options' && Array.isArray(value) ? value.map(withoutDefaults) : value]),
  );
}
