/** Which commands a member's client offers, and which one a line like "/path choose" means. */
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { mayUseCommand } from '../../state/interactions/command-permissions.ts';
import type { ApplicationRecord, ChannelRecord, CommandRecord, UserRecord } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';

export interface Offer {
  readonly application: ApplicationRecord;
  readonly command: CommandRecord;
}

export interface Target extends Offer {
  /** Names of the subcommand group and the subcommand, if there are any. */
  readonly path: readonly { readonly name: string; readonly type: 1 | 2 }[];
  /** Options of the command or subcommand meant. */
  readonly options: readonly APIApplicationCommandOption[];
  /** "/path choose" */
  readonly line: string;
}

const slash = 1;

export function offeredCommands(world: World, user: UserRecord, channel: ChannelRecord): readonly Offer[] {
  // In archived threads no application is offered.
  if (channel.thread?.archived === true) return [];
  const guild = guildHolding(world, channel);
  const member = guild?.members.get(user.id);
  const permissions =
    guild === undefined || member === undefined
      ? undefined
      : channelPermissions(guild, member, channel, world.clock.millis());
  if (permissions !== undefined && !has(permissions, Permission.useApplicationCommands)) return [];
  const mayUse = (applicationId: string, command: CommandRecord) =>
    guild === undefined ||
    member === undefined ||
    permissions === undefined ||
    mayUseCommand(guild, channel, member, { applicationId, command }, permissions);
  return [...world.applications.values()].flatMap(application => {
    const present = guild?.members.has(application.bot.id) ?? channel.recipientIds.includes(application.bot.id);
    if (!present) return [];
    const commands = [...application.commands.values()].filter(
      command =>
        (command.guildId === undefined || command.guildId === channel.guildId) &&
        reaches(command.json, guild !== undefined) &&
        mayUse(application.id, command),
    );
    // A guild's own command hides the global one of the same name.
    const own = new Set(commands.filter(({ guildId }) => guildId !== undefined).map(nameAndKind));
    return commands
      .filter(command => command.guildId !== undefined || !own.has(nameAndKind(command)))
      .map(command => ({ application, command }));
  });
}

/** A slash command and one of a context menu may share a name. */
const nameAndKind = ({ json }: CommandRecord) => `${json.type}:${json.name}`;

function reaches({ contexts, dm_permission: inDms }: APIApplicationCommand, guild: boolean): boolean {
  if (contexts != null) return (contexts as readonly number[]).includes(guild ? 0 : 1);
  return guild || inDms !== false;
}

export function targetOf(offers: readonly Offer[], line: string, applicationId?: string): Target {
  const [name = '', ...rest] = line.replace(/^\//, '').trim().split(/\s+/);
  const found = offers.filter(
    ({ application, command }) =>
      command.json.type === slash &&
      command.json.name === name &&
      (applicationId === undefined || application.id === applicationId),
  );
  const [offer, another] = found;
  if (offer === undefined) throw new Error(`/${name} is not offered here. Offered: ${namesOf(offers)}`);
  if (another !== undefined) throw new Error(`/${name} is offered by two applications: say which with { application }`);
  let options: readonly APIApplicationCommandOption[] = offer.command.json.options ?? [];
  const path: Target['path'][number][] = [];
  for (const word of rest) {
    const next = options.find(option => option.name === word && (option.type === 1 || option.type === 2));
    if (next === undefined || (next.type !== 1 && next.type !== 2))
      throw new Error(
        `"${line}": there is no subcommand "${word}". There are: ${options.map(option => option.name).join(', ')}`,
      );
    path.push({ name: next.name, type: next.type });
    options = next.options ?? [];
  }
  if (options.some(({ type }) => type === 1 || type === 2))
    throw new Error(`"${line}" needs a subcommand: ${options.map(option => option.name).join(', ')}`);
  return { ...offer, path, options, line: `/${[name, ...rest].join(' ')}` };
}

function namesOf(offers: readonly Offer[]): string {
  const names = offers
    .filter(({ command }) => command.json.type === slash)
    .map(({ command }) => `/${command.json.name}`);
  return names.length === 0 ? 'nothing' : names.join(', ');
}
