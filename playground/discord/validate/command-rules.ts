/** What the schema does not say of application commands: names, order, nesting, size. */
import type { Issues } from '../errors.ts';
import { limits } from '../limits.ts';
import { type Collector, characters, collector } from './issues.ts';
import { isLocale } from './locales.ts';

type Localizations = Readonly<Record<string, string>> | null;

interface Option {
  readonly type: number;
  readonly name: string;
  readonly description?: string | null;
  readonly name_localizations?: Localizations;
  readonly description_localizations?: Localizations;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?:
    | readonly { readonly name: string; readonly value: string | number; readonly name_localizations?: Localizations }[]
    | null;
  readonly options?: readonly Option[] | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

export interface CommandBody extends Omit<Option, 'type'> {
  readonly type?: number | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
}

type Path = readonly (string | number)[];

const slash = 1;
const subcommand = 1;
const group = 2;
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function checkCommand(command: CommandBody, scope: 'global' | 'guild'): Issues | undefined {
  const found = collector();
  const isSlash = (command.type ?? slash) === slash;
  checkLocales(command, [], found);
  if (isSlash) {
    checkName(command, [], found);
    if (!command.description) found.add(['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    checkOptions(command.options ?? [], [], 0, found);
  } else {
    if (command.description)
      found.add(
        ['description'],
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
        'Context menu commands cannot have description',
      );
    if (command.options?.length)
      found.add(
        ['options'],
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET',
        'Context menu commands cannot have options',
      );
  }
  if (scope === 'guild' && (command.contexts != null || command.integration_types != null))
    found.add(
      ['contexts'],
      'APPLICATION_COMMAND_CONTEXTS_GLOBAL_ONLY',
      'contexts and integration_types are for global commands',
    );
  const size = sizeOf(command);
  if (size > limits.commandSize.max)
    found.add(
      [],
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${limits.commandSize.max}): it has ${size} characters`,
    );
  return found.tree;
}

function checkName(
  { name, name_localizations: localized }: Pick<Option, 'name' | 'name_localizations'>,
  path: Path,
  found: Collector,
): void {
  for (const [key, value] of [['', name], ...Object.entries(localized ?? {})] as const) {
    if (namePattern.test(value) && value === value.toLowerCase()) continue;
    const at = key === '' ? [...path, 'name'] : [...path, 'name_localizations', key];
    found.add(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkLocales(
  part: Pick<Option, 'name_localizations' | 'description_localizations'>,
  path: Path,
  found: Collector,
): void {
  for (const field of ['name_localizations', 'description_localizations'] as const)
    for (const locale of Object.keys(part[field] ?? {}))
      if (!isLocale(locale))
        found.add([...path, field, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a locale of Discord's.`);
}

function checkOptions(options: readonly Option[], path: Path, depth: number, found: Collector): void {
  const names = new Set<string>();
  const nests = options.some(({ type }) => type === subcommand || type === group);
  let optionalSeen = false;
  options.forEach((option, index) => {
    const at = [...path, 'options', index];
    checkName(option, at, found);
    checkLocales(option, at, found);
    if (!option.description) found.add([...at, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    if (names.has(option.name))
      found.add([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'The names of options must be unique');
    names.add(option.name);
    const isNest = option.type === subcommand || option.type === group;
    if (nests && !isNest)
      found.add(
        [...at, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_MIXED',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    if (isNest && (depth > 1 || (depth === 1 && option.type === group)))
      found.add(
        [...at, 'type'],
        'APPLICATION_COMMAND_OPTIONS_NESTING',
        'Only command, group, subcommand can be nested, in this order',
      );
    if (option.required === true && optionalSeen)
      found.add(
        [...at, 'required'],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optionalSeen ||= option.required !== true;
    if (isNest) checkOptions(option.options ?? [], at, option.type === group ? 1 : 2, found);
    else checkValues(option, at, found);
  });
}

function checkValues(option: Option, at: Path, found: Collector): void {
  const { choices, autocomplete, min_value: min, max_value: max, min_length: shortest, max_length: longest } = option;
  if (autocomplete === true && choices?.length)
    found.add(
      [...at, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES',
      'Choices and autocomplete exclude each other',
    );
  if (min != null && max != null && min > max)
    found.add([...at, 'min_value'], 'APPLICATION_COMMAND_OPTIONS_MIN_ABOVE_MAX', 'min_value cannot exceed max_value');
  if (shortest != null && longest != null && shortest > longest)
    found.add(
      [...at, 'min_length'],
      'APPLICATION_COMMAND_OPTIONS_MIN_ABOVE_MAX',
      'min_length cannot exceed max_length',
    );
  const names = new Set<string>();
  choices?.forEach((choice, index) => {
    checkLocales(choice, [...at, 'choices', index], found);
    if (names.has(choice.name))
      found.add(
        [...at, 'choices', index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED',
        'The names of choices must be unique',
      );
    names.add(choice.name);
  });
}

/** Names, descriptions and values; of a text and its translations the longest counts. */
function sizeOf(part: Omit<Option, 'type'>): number {
  const longest = (text: string | null | undefined, localized: Localizations | undefined) =>
    Math.max(characters(text ?? ''), ...Object.values(localized ?? {}).map(characters));
  const choices = (part.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + characters(String(choice.value)),
    0,
  );
  const own = longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  return (part.options ?? []).reduce((sum, option) => sum + sizeOf(option), own + choices);
}
