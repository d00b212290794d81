/** Checks of single strings and numbers. */
import { characters, issue } from './issues.ts';
import type { Check, Definition } from './schema.ts';

export function compileString({ checks }: Definition): Check {
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  const tests: Check[] = [];
  for (const { _zod } of checks ?? []) {
    const def = _zod.def;
    if (def.check === 'min_length') min = def.minimum as number;
    else if (def.check === 'max_length') max = def.maximum as number;
    else if (def.format === 'url') tests.push(checkUrl);
    else if (def.format === 'datetime') tests.push(checkDate);
    else if (def.pattern instanceof RegExp) tests.push(checkPattern(def.pattern));
    else
      throw new Error(
        `a string check "${String(def.check)}" is not supported: teach playground/discord/validate/scalars.ts`,
      );
  }
  const tooLong =
    min > 0
      ? issue('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      : issue('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  return value => {
    if (typeof value !== 'string') return issue('STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    if (value.length < min || (value.length > max && characters(value) > max)) return tooLong;
    for (const test of tests) {
      const problem = test(value);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

const checkUrl: Check = value =>
  URL.canParse(value as string) ? undefined : issue('URL_TYPE_INVALID_URL', 'Not a well formed URL.');

const checkDate: Check = value =>
  Number.isNaN(Date.parse(value as string))
    ? issue('DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`)
    : undefined;

/** How the specification writes an id; Discord reads it as a number. */
const snowflake = '^(0|[1-9][0-9]*)$';

function checkPattern(pattern: RegExp): Check {
  if (pattern.source === snowflake)
    return value =>
      pattern.test(value as string)
        ? undefined
        : issue('NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not snowflake.`);
  const problem = issue('STRING_TYPE_REGEX', 'String value did not match validation regex.');
  return value => (pattern.test(value as string) ? undefined : problem);
}

export function compileNumber({ format, checks }: Definition): Check {
  let min = Number.NEGATIVE_INFINITY;
  let max = Number.POSITIVE_INFINITY;
  for (const { _zod } of checks ?? []) {
    if (_zod.def.check === 'greater_than') min = _zod.def.value as number;
    if (_zod.def.check === 'less_than') max = _zod.def.value as number;
  }
  const whole = format === 'int32';
  return value => {
    if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
      return issue('NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not ${whole ? 'int' : 'a number'}.`);
    if (value < min) return issue('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max) return issue('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return undefined;
  };
}
