/** Files on their way from a member's disk, checked as the client checks them. */
import { limits } from '../../limits.ts';
import type { AttachmentRecord } from '../../state/messages/attachment-record.ts';
import { addAttachment } from '../../state/messages/attachments.ts';
import type { World } from '../../state/world.ts';
import type { Upload } from '../../surface/uploads.ts';

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value;

export function upload(
  world: World,
  file: Upload,
  place: { readonly placeId: string; readonly ephemeral: boolean },
): AttachmentRecord {
  if (file.bytes.byteLength > limits.attachmentSize.max)
    throw new Error(`"${file.name}" is too large: files may have up to ${limits.attachmentSize.max / 2 ** 20} MiB`);
  return addAttachment(world, file, place);
}

/** Endings such as `.pdf` or `pdf`; Discord looks at the name only. */
export function isOfType(file: Upload, types: readonly string[] | null | undefined): boolean {
  if (types == null || types.length === 0) return true;
  const name = file.name.toLowerCase();
  return types.some(type => name.endsWith(type.startsWith('.') ? type.toLowerCase() : `.${type.toLowerCase()}`));
}
