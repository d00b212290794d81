/** Puts files that were sent ahead in their places among options and fields. */
import type { FieldValue, Member, OptionValue } from '../../discord/index.ts';
import type { Uploads } from '../uploads.ts';

type Given<Value> = Readonly<Record<string, Value>>;
type SentOption = Exclude<OptionValue, { readonly bytes: Uint8Array }> | { readonly upload: string };
type SentField = string | readonly string[] | boolean | { readonly uploads: readonly string[] };

const isUpload = (value: SentOption) => typeof value === 'object' && 'upload' in value;

export function optionsWithFiles(me: Member, uploads: Uploads, options: Given<SentOption>): Given<OptionValue> {
  const put = (value: SentOption): OptionValue =>
    typeof value === 'object' && 'upload' in value ? (uploads.of(me.id, [value.upload])[0] as OptionValue) : value;
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, put(value)]));
}

export function fieldsWithFiles(me: Member, uploads: Uploads, fields: Given<SentField>): Given<FieldValue> {
  const put = (value: SentField): FieldValue =>
    typeof value === 'object' && 'uploads' in value ? uploads.of(me.id, value.uploads) : value;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, put(value)]));
}

/** While one option is typed, files of others are not told. */
export const withoutFiles = (options: Given<SentOption>): Given<OptionValue> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => !isUpload(value))) as Given<OptionValue>;
