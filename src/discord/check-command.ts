/** Holds what a command file exports against the contract and Discord's limits, before Discord sees any of it. */
import { checkOptions } from './check-options.ts';
import {
  type CommandProblem,
  counted,
  isRecord,
  knownFields,
  nameProblem,
  shown,
  textProblem,
  type Values,
} from './check-values.ts';
import { commandLimits as limits } from './command-limits.ts';

/** @param fileName Without `.ts`. */
export function* checkCommand(fileName: string, command: unknown): Iterable<CommandProblem> {
  if (!isRecord(command)) {
    yield ['command', "is not exported. Write `export const command = defineCommand({ name: '…', says: '…', … })`."];
    return;
  }
  yield* knownFields(command, '', [
    ...['name', 'says', 'needs', 'components', 'forms', 'serverOf', 'subcommands', 'options', 'run'],
  ]);
  yield* nameProblem(command.name, 'name');
  if (command.name !== fileName) {
    yield ['name', `is ${shown(command.name)}. Name it '${fileName}', as the file is, or rename the file.`];
  }
  yield* textProblem(command.says, 'says');
  if (command.needs !== undefined && command.needs !== 'ManageGuild') {
    yield ['needs', `is ${shown(command.needs)}. Write 'ManageGuild', or leave it out for everybody.`];
  }
  yield* checkHandlers(command.components, 'components', 'a component');
  yield* checkHandlers(command.forms, 'forms', 'a form');
  yield* checkHandlers(command.serverOf, 'serverOf', 'a component');
  if (command.subcommands === undefined) {
    yield* checkRun(command, '');
  } else {
    yield* checkSubcommands(command.subcommands);
    for (const field of ['options', 'run']) {
      if (command[field] === undefined) continue;
      yield [field, 'stands beside `subcommands`. Discord allows one of the two: move it into a subcommand.'];
    }
  }
  const size = sizeOf(command);
  if (size > limits.total) {
    yield [
      'says',
      `and all other texts have ${size} characters together. Discord takes ${limits.total}: shorten them.`,
    ];
  }
}

function* checkSubcommands(subcommands: unknown): Iterable<CommandProblem> {
  if (!isRecord(subcommands)) {
    yield ['subcommands', 'is no object. Give each subcommand by its name.'];
    return;
  }
  yield* counted(subcommands, limits.subcommands, 'subcommands');
  for (const [name, subcommand] of Object.entries(subcommands)) {
    const field = `subcommands.${name}`;
    yield* nameProblem(name, field);
    if (!isRecord(subcommand)) {
      yield [field, 'is no object. Give it `says`, `options` and `run`.'];
      continue;
    }
    yield* knownFields(subcommand, `${field}.`, ['says', 'options', 'run']);
    yield* textProblem(subcommand.says, `${field}.says`);
    yield* checkRun(subcommand, `${field}.`);
  }
}

function* checkRun(holder: Values, prefix: string): Iterable<CommandProblem> {
  if (typeof holder.run !== 'function') {
    yield [`${prefix}run`, 'is missing. Give a function that returns a message, or `subcommands`.'];
  }
  yield* checkOptions(holder.options, `${prefix}options`);
}

function* checkHandlers(handlers: unknown, field: string, what: string): Iterable<CommandProblem> {
  if (handlers === undefined) return;
  if (!isRecord(handlers)) {
    yield [field, 'is no object. Give each handler by its name.'];
    return;
  }
  for (const [name, handler] of Object.entries(handlers)) {
    if (!/^[a-z0-9-]+$/.test(name)) {
      yield [`${field}.${name}`, `is no name for ${what}. Use a-z, 0-9 and -: it stands in custom_ids.`];
    }
    if (typeof handler !== 'function') {
      yield [`${field}.${name}`, 'is no function. Give one that returns a message.'];
    }
  }
}

/** Every name, description and value, as Discord adds them up. */
function sizeOf(holder: Values): number {
  let size = 0;
  for (const [field, value] of Object.entries(holder)) {
    if (['components', 'forms', 'serverOf', 'needs', 'kind'].includes(field)) continue;
    if (typeof value === 'string') size += value.length;
    if (!isRecord(value)) continue;
    // The keys of these are names or values themselves.
    if (['subcommands', 'options', 'choices'].includes(field)) size += Object.keys(value).join('').length;
    size += sizeOf(value);
  }
  return size;
}
