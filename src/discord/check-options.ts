/** Checks the options of one command or subcommand. */
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

/** Nothing is offered or completed for these. */
const plainKinds = ['file', 'member', 'flag'];

export function* checkOptions(options: unknown, field: string): Iterable<CommandProblem> {
  if (!isRecord(options)) {
    yield [field, 'is missing. Give `options: {}` for none.'];
    return;
  }
  yield* counted(options, limits.options, field, 0);
  let optionalBefore: string | undefined;
  for (const [name, option] of Object.entries(options)) {
    const at = `${field}.${name}`;
    yield* nameProblem(name, at);
    if (!isRecord(option)) {
      yield [at, "is no object. Give it `kind: 'text'` and `says`."];
      continue;
    }
    yield* checkOption(option, at);
    if (option.required === undefined) optionalBefore ??= name;
    else if (option.required !== true) {
      yield [`${at}.required`, `is ${shown(option.required)}. Write \`required: true\`, or leave it out.`];
    } else if (optionalBefore !== undefined) {
      yield [at, `is required and stands after '${optionalBefore}', which is not. Put required options first.`];
    }
  }
}

function* checkOption(option: Values, at: string): Iterable<CommandProblem> {
  const { kind, says, suggest, choices } = option;
  const isPlain = plainKinds.includes(String(kind));
  if (!isPlain && kind !== 'text') {
    yield [`${at}.kind`, `is ${shown(kind)}. The kinds are 'text', '${plainKinds.join("', '")}'.`];
  }
  yield* knownFields(option, `${at}.`, ['kind', 'says', 'required', ...(isPlain ? [] : ['choices', 'suggest'])]);
  yield* textProblem(says, `${at}.says`);
  if (suggest !== undefined && typeof suggest !== 'function') {
    yield [`${at}.suggest`, 'is no function. Give one that returns suggestions.'];
  }
  if (choices === undefined) return;
  if (suggest !== undefined) yield [`${at}.choices`, 'stands beside `suggest`. Discord allows one of the two.'];
  if (!isRecord(choices)) {
    yield [`${at}.choices`, 'is no object. Give each value with the name members see.'];
    return;
  }
  yield* counted(choices, limits.choices, `${at}.choices`);
  for (const [value, name] of Object.entries(choices)) {
    yield* textProblem(value, `${at}.choices`);
    yield* textProblem(name, `${at}.choices.${value}`);
  }
}
