/** Puts what a member uploaded into a message of the organisers' channel, where it stays and nobody else sees it. */
import { type APIMessage, type Client, ComponentType, MessageFlags, Routes } from 'discord.js';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { KeepOutcome, KeptFile, Upload } from '../domain/evidence.ts';
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import type { Message } from '../views/message.ts';
import { bodyOf } from './answer-body.ts';
import type { Caller } from './command.ts';
import { nonceOf } from './effects/own-message.ts';
import { hasCode, resultOf } from './effects/refusal.ts';
import { fetchUpload, mostBytes } from './fetch-upload.ts';
import { type FileKind, kindOf, safeName, takenKinds } from './file-kinds.ts';
import { isPrivateAndWritable } from './private-channel.ts';
import { createTurns } from './turns.ts';

export interface Keeping {
  readonly client: Client;
  /** Uploads are fetched from Discord alone. */
  readonly apiUrl: string;
  readonly flows: Pick<Flows, 'organisersChannel'>;
  readonly log: Log;
}

export type KeepFile = (caller: Caller, file: Upload, message: Message) => Promise<KeepOutcome>;

/** Files in memory at one time. */
const mostAtOnce = 4;

export function createKeeping(keeping: Keeping): KeepFile {
  const { client, flows } = keeping;
  const turns = createTurns(mostAtOnce);
  return async ({ guildId }, upload, message) => {
    const channelId = await flows.organisersChannel(guildId);
    if (!channelId || !isPrivateAndWritable(client, guildId, channelId)) return { kind: 'no-channel' };
    return await turns(() => keep(keeping, channelId, upload, message));
  };
}

async function keep(keeping: Keeping, channelId: string, upload: Upload, message: Message): Promise<KeepOutcome> {
  const fetched = await fetchUpload(upload, keeping.apiUrl);
  if (fetched.kind === 'too-large') return { kind: 'too-large', most: mostBytes };
  if (fetched.kind === 'failed') return fetched;
  const { bytes } = fetched;
  if (bytes.byteLength === 0) return { kind: 'empty' };
  const kind = kindOf(bytes, upload.name);
  if (!kind) return { kind: 'wrong-type', taken: takenKinds };
  return await post(keeping, { channelId, bytes, kind, message, upload });
}

interface Posting {
  readonly channelId: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  readonly message: Message;
  readonly upload: Upload;
}

const attempts = 2;

async function post({ client, log }: Keeping, posting: Posting): Promise<KeepOutcome> {
  const { channelId, bytes, kind, message, upload } = posting;
  const name = safeName(upload.name, kind);
  const file = { name, bytes };
  const { cut: _, ...body } = bodyOf({ components: [...message.components, shown(name, kind)], files: [file] });
  const request = {
    // With the same nonce a second attempt finds the message of the first.
    body: { ...body, flags: MessageFlags.IsComponentsV2, nonce: nonceOf(`keep/${upload.id}`), enforce_nonce: true },
    files: [{ name, data: Buffer.from(bytes), contentType: kind.contentType }],
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const posted = (await client.rest.post(Routes.channelMessages(channelId), request)) as APIMessage;
      return { kind: 'kept', file: keptFile(posted, name) };
    } catch (error) {
      if (hasCode(error, 10003, 50001, 50013)) return { kind: 'no-channel' };
      if (hasCode(error, 40005)) return { kind: 'too-large', most: mostBytes };
      const isPassing = resultOf(error).kind === 'transient';
      if (isPassing && attempt < attempts) continue;
      log.warn({ err: error, channelId }, 'An upload could not be kept');
      return { kind: 'failed' };
    }
  }
}

/** A file that no component names would not be seen. */
function shown(name: string, { isPicture }: FileKind): APIMessageTopLevelComponent {
  const media = { url: `attachment://${name}` };
  return isPicture
    ? { type: ComponentType.MediaGallery, items: [{ media }] }
    : { type: ComponentType.File, file: media };
}

function keptFile({ id, channel_id, attachments, components }: APIMessage, name: string): KeptFile {
  const attachmentId = attachments[0]?.id ?? shownId(components?.at(-1)) ?? '';
  return { channelId: channel_id, messageId: id, attachmentId, name };
}

/** Discord tells it with the component, too. */
function shownId(component: APIMessageTopLevelComponent | undefined): string | undefined {
  if (component?.type === ComponentType.File) return component.file.attachment_id;
  return component?.type === ComponentType.MediaGallery ? component.items[0]?.media.attachment_id : undefined;
}
