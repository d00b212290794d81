/** From a request's body to the fields of a message. */
import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTPatchAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { AttachmentRecord } from '../../state/messages/attachment-record.ts';
import { type MentionRules, type Mentions, pingableText, resolveMentions } from '../../state/messages/mentions.ts';
import { MessageFlag } from '../../state/messages/message-types.ts';
import type { MessageFields } from '../../state/messages/messages.ts';
import type { MessageRecord } from '../../state/records.ts';

interface Body {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly flags?: number | null | undefined;
  readonly allowed_mentions?: APIAllowedMentions | null | undefined;
}

export type Rules = Omit<MentionRules, 'allowed'>;

export function messageFields(body: Body, attachments: readonly AttachmentRecord[] = []): Required<MessageFields> {
  return {
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    flags: body.flags ?? 0,
    attachments,
  };
}

export function mentionsOf(body: Body, rules: Rules): Mentions {
  const text = pingableText(body.content ?? '', body.components ?? []);
  return resolveMentions(text, { ...rules, allowed: body.allowed_mentions });
}

/** An edit: what is absent stays, null empties, mentions are parsed anew, and "components V2" is for ever. */
export function editedFields(
  message: MessageRecord,
  body: Body | RESTPatchAPIChannelMessageJSONBody,
  rules: Rules,
  attachments?: readonly AttachmentRecord[],
): MessageFields & { readonly mentions: Mentions } {
  const content = body.content === undefined ? message.content : (body.content ?? '');
  const components = (
    body.components === undefined ? message.components : (body.components ?? [])
  ) as readonly APIMessageTopLevelComponent[];
  const lasting = message.flags & ~MessageFlag.suppressEmbeds & ~MessageFlag.loading;
  const flags = body.flags == null ? message.flags & ~MessageFlag.loading : lasting | body.flags;
  return {
    content,
    components,
    embeds: body.embeds === undefined ? undefined : (body.embeds ?? []),
    flags,
    attachments,
    mentions: resolveMentions(pingableText(content, components), { ...rules, allowed: body.allowed_mentions }),
  };
}

/** Whether nothing would be left to see. */
export function isBlank(message: MessageRecord, edit: MessageFields): boolean {
  const { content, embeds, components, attachments } = { ...message, ...present(edit) };
  return !content.trim() && embeds.length === 0 && components.length === 0 && attachments.length === 0;
}

const present = (fields: MessageFields): Partial<MessageRecord> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
