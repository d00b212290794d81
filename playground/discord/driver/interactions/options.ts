/** The options of a command as the client sends them, checked the way the client checks them. */
import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../surface/commands.ts';
import type { Upload } from '../../surface/uploads.ts';
import { characters } from '../../validate/issues.ts';
import type { Target } from './commands.ts';
import { isOfType, isUpload } from './uploads.ts';

export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value: string | number | boolean;
  readonly focused?: true;
}

const attachment = 11;
/** Types whose value is an id: user, channel, role, mentionable, attachment. */
export const idTypes = new Set([6, 7, 8, 9, attachment]);

/** Sends a file ahead and says which id it got. */
export type SendFile = (file: Upload) => string;

type Given = Readonly<Record<string, OptionValue | undefined>>;

export function completeOptions({ options, line }: Target, given: Given, send: SendFile): SentOption[] {
  refuseUnknown(options, given, line);
  return options.flatMap(option => {
    const value = given[option.name];
    if (value !== undefined)
      return [{ name: option.name, type: option.type, value: checked(option, value, line, send) }];
    if (isRequired(option)) throw new Error(`${line}: the option "${option.name}" is required`);
    return [];
  });
}

/** While one option is being typed, nothing is checked: that is how Discord sends it. */
export function typedOptions({ options, line }: Target, focused: string, typed: string, others: Given): SentOption[] {
  refuseUnknown(options, { ...others, [focused]: typed }, line);
  const option = options.find(({ name }) => name === focused) as { readonly autocomplete?: boolean } | undefined;
  if (option?.autocomplete !== true) throw new Error(`${line}: the option "${focused}" has no autocompletion`);
  return options.flatMap(({ name, type }): SentOption[] => {
    if (name === focused) return [{ name, type, value: typed, focused: true }];
    const value = others[name];
    return value === undefined || isUpload(value) ? [] : [{ name, type, value: plain(value) }];
  });
}

function refuseUnknown(options: readonly APIApplicationCommandOption[], given: Given, line: string): void {
  for (const name of Object.keys(given)) {
    if (given[name] === undefined || options.some(option => option.name === name)) continue;
    throw new Error(
      `${line} has no option "${name}". It has: ${options.map(option => option.name).join(', ') || 'none'}`,
    );
  }
}

const isRequired = (option: APIApplicationCommandOption) => 'required' in option && option.required === true;

const plain = (value: Exclude<OptionValue, Upload>) => (typeof value === 'object' ? value.id : value);

interface Rules {
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly file_types?: readonly string[];
}

const kinds: Readonly<Record<number, string>> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number' };

function checked(
  option: APIApplicationCommandOption,
  given: OptionValue,
  line: string,
  send: SendFile,
): string | number | boolean {
  const refuse = (why: string) => new Error(`${line}: the option "${option.name}" ${why}`);
  if ((option.type === attachment) !== isUpload(given))
    throw refuse(isUpload(given) ? 'takes no file' : 'takes a file: { name, bytes }');
  if (isUpload(given)) {
    const { file_types: types } = option as Rules;
    if (!isOfType(given, types)) throw refuse(`takes files of these kinds only: ${types?.join(', ')}`);
    return send(given);
  }
  const value = plain(given);
  const kind = kinds[option.type];
  if (kind !== undefined && typeof value !== kind) throw refuse(`takes a ${kind}, not ${JSON.stringify(value)}`);
  if (idTypes.has(option.type) && !/^\d+$/.test(String(value)))
    throw refuse(`takes an id, not ${JSON.stringify(value)}`);
  if (option.type === 4 && !Number.isInteger(value)) throw refuse('takes a whole number');
  const { choices, min_length: shortest, max_length: longest, min_value: least, max_value: most } = option as Rules;
  if (choices !== undefined && choices.length > 0) {
    const choice = choices.find(candidate => candidate.value === value || candidate.name === value);
    if (choice === undefined)
      throw refuse(`has no choice "${value}". It has: ${choices.map(({ name }) => name).join(', ')}`);
    return choice.value;
  }
  if (typeof value === 'string' && kind === 'string') {
    const length = characters(value);
    if (length < (shortest ?? 1) || length > (longest ?? 6000))
      throw refuse(`takes ${shortest ?? 1} to ${longest ?? 6000} characters, not ${length}`);
  }
  if (typeof value === 'number' && (value < (least ?? -Infinity) || value > (most ?? Infinity)))
    throw refuse(`takes ${least ?? 'any'} to ${most ?? 'any'}, not ${value}`);
  return value;
}
