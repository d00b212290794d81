/** Application commands, global and of one guild, by all verbs. */
import { type Issues, Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { removeCommand } from '../../../state/interactions/command-permissions.ts';
import {
  announceCommands,
  type CommandFields,
  commandNamed,
  commandsIn,
  putCommand,
  type Scope,
} from '../../../state/interactions/commands.ts';
import type { ApplicationRecord, CommandRecord } from '../../../state/records.ts';
import { type CommandBody, checkCommand } from '../../../validate/command-rules.ts';
import { issue } from '../../../validate/issues.ts';
import { bot } from '../../access.ts';
import { isSet } from '../../query.ts';
import { countCreates } from '../../rate-limits/command-creates.ts';
import { type Answer, type Call, created, done, ok, type Route, route } from '../../route.ts';

type Body = CommandBody & CommandFields;

export const commandRoutes = [
  ...routesUnder('/applications/:application/commands'),
  ...routesUnder('/applications/:application/guilds/:guild/commands'),
];

function routesUnder(path: string): Route[] {
  const one = `${path}/:command`;
  const limit = { requests: 5, seconds: 20 };
  return [
    route({ method: 'GET', path, answers: ['ApplicationCommandResponseSchema'], run: call => list(call) }),
    route<Body>({
      method: 'POST',
      path,
      limit,
      schema: 'ApplicationCommandCreateRequestSchema',
      answers: 'ApplicationCommandResponseSchema',
      check: call => checkCommand(call.body, scopeName(call)),
      run: call => upsert(call),
    }),
    route<readonly Body[]>({
      method: 'PUT',
      path,
      limit,
      schema: ['ApplicationCommandUpdateRequestSchema'],
      answers: ['ApplicationCommandResponseSchema'],
      check: checkAll,
      run: call => overwrite(call),
    }),
    route({
      method: 'GET',
      path: one,
      answers: 'ApplicationCommandResponseSchema',
      run: call => ok(target(call).command.json),
    }),
    route<Partial<Body>>({
      method: 'PATCH',
      path: one,
      limit,
      schema: 'ApplicationCommandPatchRequestPartialSchema',
      answers: 'ApplicationCommandResponseSchema',
      check: call => checkCommand(patched(call), scopeName(call)),
      run: call => {
        const { application, guildId, command } = target(call);
        putCommand(call.world, application, guildId, patched(call), command.id);
        announceCommands(call.world, application, guildId);
        return ok(command.json);
      },
    }),
    route({
      method: 'DELETE',
      path: one,
      limit,
      run: call => {
        const { application, guildId, command } = target(call);
        removeCommand(call.world, application, command);
        announceCommands(call.world, application, guildId);
        return done;
      },
    }),
  ];
}

/** A bot sees its own commands only, and those of guilds it is in. */
function scope(call: Call<unknown>): { application: ApplicationRecord; guildId: Scope } {
  const application = bot(call);
  const guildId = call.params.guild;
  if (call.params.application !== application.id) throw new Refusal('notYourApplication');
  if (guildId !== undefined && call.world.guilds.get(guildId)?.members.has(application.bot.id) !== true)
    throw new Refusal('missingAccess');
  return { application, guildId };
}

const scopeName = (call: Call<unknown>) => (call.params.guild === undefined ? 'global' : 'guild');

function list(call: Call<unknown>): Answer {
  const { application, guildId } = scope(call);
  const commands = commandsIn(application, guildId).map(({ json }) => json);
  if (isSet(call.query, 'with_localizations')) return ok(commands);
  return ok(commands.map(command => withoutTranslations(command as unknown as Readonly<Record<string, unknown>>)));
}

function withoutTranslations(part: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = part;
  const inner = (list: unknown) => (list as readonly Readonly<Record<string, unknown>>[]).map(withoutTranslations);
  return {
    ...rest,
    ...(rest.options !== undefined && { options: inner(rest.options) }),
    ...(rest.choices !== undefined && { choices: inner(rest.choices) }),
  };
}

function upsert(call: Call<Body>): Answer {
  const { application, guildId } = scope(call);
  const known = commandNamed(application, guildId, call.body.name, call.body.type ?? 1);
  if (known === undefined) {
    countCreates(call.world, application, guildId, 1);
    checkCounts([...commandsIn(application, guildId).map(({ json }) => json), call.body]);
  }
  const command = putCommand(call.world, application, guildId, call.body);
  announceCommands(call.world, application, guildId);
  return known === undefined ? created(command.json) : ok(command.json);
}

function overwrite(call: Call<readonly Body[]>): Answer {
  const { world, body } = call;
  const { application, guildId } = scope(call);
  checkCounts(body);
  const fresh = body.filter(({ name, type }) => commandNamed(application, guildId, name, type ?? 1) === undefined);
  countCreates(world, application, guildId, fresh.length);
  const commands = body.map(fields => putCommand(world, application, guildId, fields));
  const kept = new Set(commands.map(({ id }) => id));
  for (const command of commandsIn(application, guildId))
    if (!kept.has(command.id)) removeCommand(call.world, application, command);
  announceCommands(world, application, guildId);
  return ok(commands.map(({ json }) => json));
}

function checkCounts(commands: readonly { readonly type?: number | null }[]): void {
  const most = [limits.slashCommands, limits.userCommands, limits.messageCommands];
  for (const [index, { max }] of most.entries())
    if (commands.filter(({ type }) => (type ?? 1) === index + 1).length > max) throw new Refusal('tooManyCommands');
}

function checkAll(call: Call<readonly Body[]>): Issues | undefined {
  const names = new Set<string>();
  let issues: Issues | undefined;
  for (const [index, command] of call.body.entries()) {
    const key = `${command.type ?? 1} ${command.name}`;
    const problem = names.has(key)
      ? { name: issue('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique') }
      : checkCommand(command, scopeName(call));
    names.add(key);
    if (problem !== undefined) issues = { ...issues, [index]: problem };
  }
  return issues;
}

function target(call: Call<unknown>): { application: ApplicationRecord; guildId: Scope; command: CommandRecord } {
  const { application, guildId } = scope(call);
  const command = application.commands.get(call.params.command ?? '');
  if (command === undefined || command.guildId !== guildId) throw new Refusal('unknownCommand');
  return { application, guildId, command };
}

function patched(call: Call<Partial<Body>>): Body {
  return { ...target(call).command.json, ...call.body } as unknown as Body;
}
