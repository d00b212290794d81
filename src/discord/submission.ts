/** What a member filled into a form. */
import type { APIInteractionDataResolved, APIModalSubmission } from 'discord-api-types/v10';
import type { Upload } from '../domain/evidence.ts';

/** By the fields' custom_ids; what was left empty is absent. */
export interface Submission {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly Upload[]>>;
}

/** Any field, loosely: a text and a tick have a value, the others have values. */
interface Field {
  readonly type: number;
  readonly custom_id?: string;
  readonly value?: string | boolean | null;
  readonly values?: readonly string[] | null;
}

const fileUpload = 19;

export function submissionOf({ components, resolved }: APIModalSubmission): Submission {
  const fields: Record<string, readonly string[]> = {};
  const files: Record<string, readonly Upload[]> = {};
  for (const { type, custom_id: id, value, values } of components.flatMap(fieldsIn)) {
    const given = values ?? (value === undefined || value === null || value === false ? [] : [String(value)]);
    const filled = given.filter(text => text.trim() !== '');
    if (id === undefined || filled.length === 0) continue;
    if (type === fileUpload) files[id] = filled.flatMap(file => uploadOf(resolved, file) ?? []);
    else fields[id] = filled;
  }
  return { fields, files };
}

/** In a label, or in a row as older forms have them. */
function fieldsIn(top: object): readonly Field[] {
  if ('component' in top) return [top.component as Field];
  return 'components' in top ? (top.components as readonly Field[]) : [];
}

export function uploadOf(resolved: APIInteractionDataResolved | undefined, id: string): Upload | undefined {
  const file = resolved?.attachments?.[id];
  if (!file) return undefined;
  const { filename, size, url, content_type: contentType } = file;
  return { id, name: filename, size, url, ...(contentType !== undefined && { contentType }) };
}
