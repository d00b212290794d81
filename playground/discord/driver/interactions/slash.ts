/** Slash commands: from a line and values to the interaction. */
import type { MemberRecord, Outcome } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import type { OptionValue, RunOptions } from '../../surface/commands.ts';
import { usualChannel } from '../view.ts';
import { offeredCommands, type Target, targetOf } from './commands.ts';
import { interact } from './interact.ts';
import { completeOptions, idTypes, type SentOption, typedOptions } from './options.ts';
import { resolve } from './resolved.ts';
import { upload } from './uploads.ts';

type Given = Readonly<Record<string, OptionValue>>;

export function run(
  world: World,
  member: MemberRecord,
  line: string,
  given: Given,
  where: RunOptions,
): Promise<Outcome> {
  return sendCommand(world, member, 2, line, where, target =>
    completeOptions(target, given, file => {
      const place = { placeId: target.application.id, ephemeral: true };
      return upload(world, file, place).id;
    }),
  );
}

export function complete(
  world: World,
  member: MemberRecord,
  line: string,
  focus: { readonly option: string; readonly typed: string; readonly others: Given },
  where: RunOptions,
): Promise<Outcome> {
  const { option, typed, others } = focus;
  return sendCommand(world, member, 4, line, where, target => typedOptions(target, option, typed, others));
}

function sendCommand(
  world: World,
  member: MemberRecord,
  type: 2 | 4,
  line: string,
  where: RunOptions,
  optionsOf: (target: Target) => SentOption[],
): Promise<Outcome> {
  const guild = world.guilds.get(member.guildId);
  if (guild === undefined) throw new Error('the guild is gone');
  const channel = where.in === undefined ? usualChannel(world, guild, member) : world.channels.get(where.in.id);
  if (channel === undefined) throw new Error(`there is no channel with the id ${where.in?.id}`);
  const target = targetOf(offeredCommands(world, member.user, channel), line, where.application?.id);
  const options = optionsOf(target);
  const ids = options
    .filter(option => idTypes.has(option.type) && option.focused !== true)
    .map(({ value }) => String(value));
  const resolved = resolve(
    world,
    channel.guildId === undefined ? undefined : guild,
    ids,
    member.user,
    target.application.bot,
  );
  const { command } = target;
  return interact(world, member.user, {
    type,
    channel,
    application: target.application,
    name: target.line,
    commandName: [command.json.name, ...target.path.map(({ name }) => name)].join(' '),
    data: {
      id: command.id,
      name: command.json.name,
      type: 1,
      ...(command.guildId !== undefined && { guild_id: command.guildId }),
      options: nested(target.path, options),
      ...(resolved !== undefined && { resolved }),
    },
  });
}

function nested(path: Target['path'], options: readonly SentOption[]): readonly unknown[] {
  return path.reduceRight<readonly unknown[]>((inner, { name, type }) => [{ name, type, options: inner }], options);
}
