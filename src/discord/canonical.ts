/** One form for a command declared here and the same one read back from Discord, so that they can be compared. */

type Json = Readonly<Record<string, unknown>>;

/** What Discord means where a field is absent. Fields it adds of its own accord (ids, versions) are left out. */
const commandFields: Json = {
  type: 1,
  name: '',
  description: '',
  name_localizations: {},
  description_localizations: {},
  default_member_permissions: null,
  contexts: null,
  integration_types: null,
  nsfw: false,
  options: [],
};

const optionFields: Json = {
  type: 0,
  name: '',
  description: '',
  name_localizations: {},
  description_localizations: {},
  required: false,
  autocomplete: false,
  choices: [],
  channel_types: [],
  file_types: [],
  min_value: null,
  max_value: null,
  min_length: null,
  max_length: null,
  options: [],
};

const choiceFields: Json = { name: '', name_localizations: {}, value: '' };

/** Equal strings: nothing to publish. */
export function canonicalCommand(command: object): string {
  return JSON.stringify(filled(command as Json, commandFields));
}

function filled(given: Json, fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([field, absent]) => [field, canonical(field, given[field] ?? absent)]),
  );
}

function canonical(field: string, value: unknown): unknown {
  switch (field) {
    case 'options':
      // In the order members see them.
      return (value as Json[]).map(option => filled(option, optionFields));
    case 'choices':
      return (value as Json[]).map(choice => filled(choice, choiceFields));
    case 'contexts':
    case 'integration_types':
    case 'channel_types':
    case 'file_types':
      return Array.isArray(value) ? value.toSorted() : value;
    case 'name_localizations':
    case 'description_localizations':
      return Object.entries(value as Json)
        .filter(([, text]) => text !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    default:
      return value;
  }
}
