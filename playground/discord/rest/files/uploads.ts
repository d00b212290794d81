/** From the files of a request and its `attachments` to the attachments of a message. */
import { invalid, Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { AttachmentRecord } from '../../state/messages/attachment-record.ts';
import { addAttachment, forgetAttachments, redescribe } from '../../state/messages/attachments.ts';
import type { MessageRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import type { SentFile, Upload } from './multipart.ts';

/** One entry of the body's `attachments`: a new file by its number, or one to keep by its id. */
export interface Listed {
  readonly id: string | number;
  readonly filename?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly is_spoiler?: boolean | null | undefined;
}

export interface Place {
  readonly placeId: string;
  readonly ephemeral: boolean;
}

/** Before the body is looked at. */
export function checkSizes({ files, size }: Upload): void {
  if (size > limits.requestSize.max) throw new Refusal('requestTooLarge');
  if (files.some(({ bytes }) => bytes.byteLength > limits.attachmentSize.max)) throw new Refusal('requestTooLarge');
  if (files.length > limits.attachments.max) throw new Refusal('tooManyAttachments');
}

export function newAttachments(
  world: World,
  files: readonly SentFile[],
  listed: readonly Listed[] | null | undefined,
  place: Place,
): readonly AttachmentRecord[] {
  refuseUnknown(listed, id => files.some(({ key }) => key === id));
  return files.map(file => added(world, file, listed, place));
}

/** Without a list everything stays and the new files are added; with one, only what it names stays. */
export function editedAttachments(
  world: World,
  message: MessageRecord,
  files: readonly SentFile[],
  listed: readonly Listed[] | null | undefined,
): readonly AttachmentRecord[] | undefined {
  if (listed === undefined && files.length === 0) return undefined;
  const before = message.attachments;
  refuseUnknown(listed, id => before.some(kept => kept.id === id) || files.some(({ key }) => key === id));
  const kept = before.flatMap(attachment => {
    if (listed === undefined) return [attachment];
    const entry = listed?.find(({ id }) => String(id) === attachment.id);
    return entry === undefined ? [] : [redescribe(world, attachment, entry)];
  });
  if (kept.length + files.length > limits.attachments.max) throw new Refusal('tooManyAttachments');
  const ephemeral = message.onlyFor !== undefined;
  const place = { placeId: ephemeral ? (message.applicationId ?? '') : message.channelId, ephemeral };
  forgetAttachments(
    world,
    before.filter(({ id }) => !kept.some(attachment => attachment.id === id)),
  );
  return [...kept, ...files.map(file => added(world, file, listed, place))];
}

function added(
  world: World,
  file: SentFile,
  listed: readonly Listed[] | null | undefined,
  place: Place,
): AttachmentRecord {
  const entry = listed?.find(({ id }) => String(id) === file.key);
  return addAttachment(world, file, { ...entry, ...place });
}

function refuseUnknown(listed: readonly Listed[] | null | undefined, isKnown: (id: string) => boolean): void {
  const index = listed?.findIndex(({ id }) => !isKnown(String(id))) ?? -1;
  if (index !== -1) throw invalid(`attachments.${index}`, 'ATTACHMENT_NOT_FOUND', 'Attachment data not found');
}
