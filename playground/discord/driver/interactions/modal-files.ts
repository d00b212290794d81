/** The files a member puts into a modal, checked as the client checks them. */
import type { FieldValue, ShownField } from '../../surface/shown.ts';
import type { Upload } from '../../surface/uploads.ts';
import { isOfType, isUpload } from './uploads.ts';

export function filesIn(
  { label, required, min, max = 1, fileTypes }: ShownField,
  given: FieldValue | undefined,
): readonly Upload[] {
  const refuse = (why: string) => new Error(`the field "${label}" ${why}`);
  const files = (Array.isArray(given) ? given : given === undefined ? [] : [given]) as readonly unknown[];
  if (!files.every(isUpload)) throw refuse('takes files: { name, bytes }');
  const wrong = files.find(file => !isOfType(file, fileTypes));
  if (wrong !== undefined) throw refuse(`takes no "${wrong.name}", only ${fileTypes.join(', ')}`);
  const least = required ? Math.max(1, min ?? 1) : files.length === 0 ? 0 : (min ?? 1);
  if (files.length < least || files.length > max) throw refuse(`takes ${least} to ${max} files, not ${files.length}`);
  return files;
}
