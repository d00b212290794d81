/** One message: who wrote it and when, what it says, and what only this member sees of it. */
import { avatar } from '../avatar.js';
import { renderEmbed } from '../components/embed.js';
import { renderAttachments } from '../components/media.js';
import { renderComponents } from '../components/render.js';
import { el } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { formatPosted, formatTime, isSameDay, postedAt } from '../time.js';
import { pingsMe } from '../unread/unread.js';
import { answeredLine, commandLine, commandOf, head, onlyYou } from './message-parts.js';
import { messageTools } from './message-tools.js';
import { renderReactions } from './reactions.js';
import { isSystemMessage, systemMessage } from './system-message.js';
import { threadChip } from './thread-chip.js';

const ephemeral = 1 << 6;
const loading = 1 << 7;
const groupedFor = 7 * 60_000;

const isEphemeral = message => (message.flags & ephemeral) !== 0;

/** Messages of one author in quick succession share one head. */
export function isContinuation(message, previous) {
  return (
    previous !== undefined &&
    previous.author.id === message.author.id &&
    !commandOf(message) &&
    !message.message_reference &&
    !isSystemMessage(previous) &&
    !isSystemMessage(message) &&
    isEphemeral(previous) === isEphemeral(message) &&
    isSameDay(message, previous) &&
    postedAt(message) - postedAt(previous) < groupedFor
  );
}

/**
 * `context`: store, openChannel, startCommand, showProfile, leadTo(messageId), toggleReaction, press and pick for this
 * message, dismiss, acts, and whether it is `continued`.
 */
export function renderMessage(shown, context) {
  const message = withoutStarter(shown);
  const { store, acts, continued } = context;
  const author = store.member(message.author.id) ?? {
    ...message.author,
    displayName: message.author.global_name ?? message.author.username,
    roleIds: [],
  };
  const isDirect = store.channel(message.channel_id)?.type === 1;
  const isSystem = isSystemMessage(message);
  const classes = [
    continued && 'continued',
    isEphemeral(message) && 'ephemeral',
    !isDirect && pingsMe(message, store) && 'mentions-me',
  ].filter(Boolean);
  return el(
    ['article.message', ...classes].join('.'),
    {
      dataset: { id: message.id },
      tabindex: -1,
      'aria-label': `${author.displayName}, ${formatPosted(postedAt(message))}`,
    },
    commandLine(message, store) ?? answeredLine(message, store, context.leadTo),
    el(
      'div.message-gutter',
      {},
      continued ? el('time.message-hour', {}, formatTime(postedAt(message), 't')) : !isSystem && avatar(author),
    ),
    isSystem
      ? el('div.message-main', {}, systemMessage(message, author, context))
      : el('div.message-main', {}, !continued && head(message, author, context), body(message, author, context)),
    messageTools(message, acts),
  );
}

/** A thread begins with the message it was made from. */
function withoutStarter(message) {
  const { id, type, referenced_message: starter } = message;
  return type === 21 && starter ? { ...starter, id, message_reference: undefined } : message;
}

function body(message, author, context) {
  const isLoading = (message.flags & loading) !== 0;
  return el(
    'div.message-body',
    {},
    isLoading &&
      el(
        'p.thinking',
        {},
        el('span.dots', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
        `${author.displayName} is thinking…`,
      ),
    message.content && renderMarkdown(message.content, context),
    message.edited_timestamp &&
      message.content &&
      el('span.edited', { title: formatTime(Date.parse(message.edited_timestamp), 'F') }, '(edited)'),
    (message.embeds ?? []).map(embed => renderEmbed(embed, context)),
    renderAttachments(shownAttachments(message)),
    renderComponents(message.components ?? [], context),
    threadChip(message, context),
    renderReactions(message, context),
    el('p.interaction-failed', { role: 'alert', hidden: true }),
    isEphemeral(message) && onlyYou(context.dismiss),
  );
}

/** With Components V2, attachments appear only where a component shows them. */
const shownAttachments = ({ attachments = [], flags }) => ((flags & (1 << 15)) !== 0 ? [] : attachments);
