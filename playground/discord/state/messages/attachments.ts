/** Uploaded files: kept with their bytes until their message goes or there are too many of them. */
import { extname } from 'node:path';
import type { World } from '../world.ts';
import type { AttachmentRecord } from './attachment-record.ts';
import { imageFacts } from './image-size.ts';

export interface NewFile {
  readonly name: string;
  /** As the uploader states it. */
  readonly type?: string | undefined;
  readonly bytes: Uint8Array;
}

export interface FileDetails {
  readonly placeId: string;
  readonly ephemeral: boolean;
  readonly filename?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly is_spoiler?: boolean | null | undefined;
}

/** All of them together; the oldest are forgotten, and their addresses answer 404. */
const keepBytes = 256 * 1024 * 1024;

export function addAttachment(world: World, file: NewFile, details: FileDetails): AttachmentRecord {
  const name = details.filename || file.name;
  const filename = safeName(name);
  const image = imageFacts(file.bytes);
  const attachment: AttachmentRecord = {
    id: world.ids.next(),
    placeId: details.placeId,
    ephemeral: details.ephemeral,
    filename,
    contentType: image?.contentType ?? contentTypeOf(filename, file.type),
    width: image?.width,
    height: image?.height,
    // A copy of its own: a slice would keep the whole request in memory.
    bytes: file.bytes.slice(),
    description: details.description ?? undefined,
    title: details.title ?? (filename === name ? undefined : name),
    spoiler: details.is_spoiler ?? filename.startsWith('SPOILER_'),
  };
  world.attachments.set(attachment.id, attachment);
  forgetOldest(world);
  return attachment;
}

/** What may be changed later: the words, not the file. */
export function redescribe(
  world: World,
  attachment: AttachmentRecord,
  { description, is_spoiler: spoiler }: Pick<FileDetails, 'description' | 'is_spoiler'>,
): AttachmentRecord {
  const changed = {
    ...attachment,
    description: description === undefined ? attachment.description : (description ?? undefined),
    spoiler: spoiler ?? attachment.spoiler,
  };
  world.attachments.set(changed.id, changed);
  return changed;
}

export function forgetAttachments(world: World, attachments: readonly AttachmentRecord[]): void {
  for (const { id } of attachments) world.attachments.delete(id);
}

/** Discord keeps letters, digits, dots, dashes and underscores; the name as it was becomes the title. */
const safeName = (name: string) => name.replaceAll(/[^A-Za-z0-9._-]+/g, '_') || 'unknown';

const types: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
};

function contentTypeOf(filename: string, stated: string | undefined): string | undefined {
  if (stated !== undefined && stated !== '' && stated !== 'application/octet-stream') return stated;
  return types[extname(filename).toLowerCase()];
}

function forgetOldest({ attachments }: World): void {
  let bytes = 0;
  for (const attachment of attachments.values()) bytes += attachment.bytes.byteLength;
  for (const { id, bytes: own } of attachments.values()) {
    if (bytes <= keepBytes) return;
    attachments.delete(id);
    bytes -= own.byteLength;
  }
}
