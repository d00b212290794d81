/** Attachments as the API gives them. */
import type { APIAttachment } from 'discord-api-types/v10';
import { linkTo } from '../state/messages/attachment-links.ts';
import type { AttachmentRecord } from '../state/messages/attachment-record.ts';
import type { World } from '../state/world.ts';

const isSpoiler = 1 << 3;

export function attachmentJson(attachment: AttachmentRecord, world: World): APIAttachment {
  const { id, filename, bytes, contentType, width, height, description, title } = attachment;
  const url = linkTo(world, attachment);
  return {
    id,
    filename,
    size: bytes.byteLength,
    url,
    proxy_url: url,
    ...(contentType !== undefined && { content_type: contentType }),
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(description !== undefined && { description }),
    ...(title !== undefined && { title }),
    ...(attachment.ephemeral && { ephemeral: true }),
    ...(attachment.spoiler && { flags: isSpoiler }),
  };
}
