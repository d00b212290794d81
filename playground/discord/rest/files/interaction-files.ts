/** Files in the answers to an interaction; those of ephemeral answers have addresses of their own kind. */
import { Refusal } from '../../errors.ts';
import type { AttachmentRecord } from '../../state/messages/attachment-record.ts';
import type { Mentions } from '../../state/messages/mentions.ts';
import { MessageFlag } from '../../state/messages/message-types.ts';
import type { MessageFields } from '../../state/messages/messages.ts';
import type { InteractionRecord, MessageRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { checkMedia } from '../../validate/media-rules.ts';
import { editedFields, isBlank, type Rules } from '../messages/message-body.ts';
import { refuseUnmodelled } from '../messages/sending.ts';
import type { SentFile } from './multipart.ts';
import { editedAttachments, type Listed, newAttachments } from './uploads.ts';

interface Body {
  readonly components?: readonly object[] | null | undefined;
  readonly attachments?: unknown;
  readonly poll?: object | null | undefined;
}

const listedIn = (body: Body) => body.attachments as readonly Listed[] | null | undefined;

export function answerAttachments(
  world: World,
  interaction: InteractionRecord,
  files: readonly SentFile[],
  body: Body,
  ephemeral: boolean,
): readonly AttachmentRecord[] {
  refuseUnmodelled(body);
  const { original, applicationId, channelId } = interaction;
  // Straight after a deferral the placeholder becomes the answer, and stays as it is.
  const isLoading = original !== undefined && (original.flags & MessageFlag.loading) !== 0;
  const quiet = isLoading ? original.onlyFor !== undefined : ephemeral;
  const place = { placeId: quiet ? applicationId : channelId, ephemeral: quiet };
  const attachments = newAttachments(world, files, listedIn(body), place);
  checkMedia(body.components ?? [], attachments);
  return attachments;
}

/** `below`: where the message stands in the body. */
export function editedAnswer(
  world: World,
  message: MessageRecord,
  files: readonly SentFile[],
  body: Parameters<typeof editedFields>[1],
  rules: Rules,
  below?: string,
): MessageFields & { readonly mentions: Mentions } {
  refuseUnmodelled(body as Body);
  const attachments = editedAttachments(world, message, files, listedIn(body as Body));
  const fields = editedFields(message, body, rules, attachments);
  checkMedia(fields.components ?? [], attachments ?? message.attachments, below);
  if (isBlank(message, fields)) throw new Refusal('emptyMessage');
  return fields;
}
