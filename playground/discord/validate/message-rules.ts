/** What the schema does not say of a message that is sent or edited. */
import type { Issues } from '../errors.ts';
import { limits } from '../limits.ts';
import { MessageFlag } from '../state/messages/message-types.ts';
import { type Component, checkComponents } from './component-rules.ts';
import { type Collector, characters, collector, longerThan } from './issues.ts';

export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly Component[] | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly poll?: object | null;
  readonly sticker_ids?: readonly string[] | null;
  readonly attachments?: readonly unknown[] | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[] | null;
    readonly users?: readonly string[] | null;
    readonly roles?: readonly string[] | null;
  } | null;
}

/** An embed has at least one of these. */
const shown = ['title', 'description', 'fields', 'image', 'thumbnail', 'author', 'footer', 'timestamp'] as const;

interface Embed {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly footer?: { readonly text?: string | null } | null;
  readonly author?: { readonly name?: string | null } | null;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly image?: object | null;
  readonly thumbnail?: object | null;
  readonly timestamp?: string | null;
}

export interface MessageContext {
  /** The message before an edit. */
  readonly before?:
    | { readonly flags: number; readonly content: string; readonly embeds: readonly unknown[] }
    | undefined;
  /** Flags a bot may set here. */
  readonly flags: number;
}

export const createFlags = MessageFlag.suppressEmbeds | MessageFlag.suppressNotifications | MessageFlag.componentsV2;
export const editFlags = MessageFlag.suppressEmbeds | MessageFlag.componentsV2;
export const answerFlags = createFlags | MessageFlag.ephemeral;

export function checkMessage(body: MessageBody, { before, flags: allowed }: MessageContext): Issues | undefined {
  const found = collector();
  const flags = body.flags ?? 0;
  const v2 = ((flags | (before?.flags ?? 0)) & MessageFlag.componentsV2) !== 0;
  if ((flags & ~allowed & ~(before?.flags ?? 0)) !== 0)
    found.add(['flags'], 'MESSAGE_FLAGS_INVALID', `Only the flags ${allowed} can be set here, not ${flags}`);
  if (v2) checkLegacyFields(body, before, found);
  if (body.content != null && longerThan(body.content, limits.content.max))
    found.add(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${limits.content.max} or fewer in length.`);
  if (embedsText(body.embeds ?? []) > limits.embedsText.max)
    found.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${limits.embedsText.max}`);
  body.embeds?.forEach((embed, index) => {
    if (!shown.some(part => embed[part] != null && embed[part] !== ''))
      found.add(['embeds', index, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });
  checkAllowedMentions(body, found);
  if (body.components != null) checkComponents(body.components, v2, found);
  return found.tree;
}

function checkLegacyFields(body: MessageBody, before: MessageContext['before'], found: Collector): void {
  const refuse = (field: string) =>
    found.add(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The "${field}" field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  const content = body.content === undefined ? before?.content : body.content;
  const embeds = body.embeds === undefined ? before?.embeds : body.embeds;
  if (content) refuse('content');
  if (embeds != null && embeds.length > 0) refuse('embeds');
  if (body.poll != null) refuse('poll');
  if (body.sticker_ids != null && body.sticker_ids.length > 0) refuse('sticker_ids');
}

function embedsText(embeds: readonly Embed[]): number {
  const length = (text: string | null | undefined) => characters(text ?? '');
  return embeds.reduce((sum, { title, description, footer, author, fields }) => {
    const inFields = (fields ?? []).reduce((total, field) => total + length(field.name) + length(field.value), 0);
    return sum + length(title) + length(description) + length(footer?.text) + length(author?.name) + inFields;
  }, 0);
}

function checkAllowedMentions({ allowed_mentions: allowed }: MessageBody, found: Collector): void {
  for (const kind of ['users', 'roles'] as const) {
    if (allowed?.parse?.includes(kind) === true && (allowed[kind]?.length ?? 0) > 0)
      found.add(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}

/** Whether there is anything to show. */
export function isEmpty(body: MessageBody): boolean {
  return (
    !body.content?.trim() &&
    !body.embeds?.length &&
    !body.components?.length &&
    !body.sticker_ids?.length &&
    !body.attachments?.length &&
    body.poll == null
  );
}
