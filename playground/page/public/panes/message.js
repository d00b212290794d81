/** One message: who wrote it and when, what it says, and what only this member sees of it. */
import { avatar } from '../avatar.js';
import { renderEmbed } from '../components/embed.js';
import { renderAttachments } from '../components/media.js';
import { renderComponents } from '../components/render.js';
import { el, icon } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { formatPosted, formatTime, postedAt } from '../time.js';

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
    isEphemeral(previous) === isEphemeral(message) &&
    postedAt(message) - postedAt(previous) < groupedFor
  );
}

/** `context`: store, openChannel, startCommand, press and pick for this message, dismiss. */
export function renderMessage(message, { continued, ...context }) {
  const { store } = context;
  const author = store.member(message.author.id) ?? {
    ...message.author,
    displayName: message.author.global_name ?? message.author.username,
  };
  const mentionsMe = message.mentions?.some(user => store.isMe(user.id)) && !store.isMe(message.author.id);
  const classes = [continued && 'continued', isEphemeral(message) && 'ephemeral', mentionsMe && 'mentions-me'].filter(
    Boolean,
  );
  return el(
    ['article.message', ...classes].join('.'),
    {
      dataset: { id: message.id },
      tabindex: -1,
      'aria-label': `${author.displayName}, ${formatPosted(postedAt(message))}`,
    },
    commandLine(message, store),
    el(
      'div.message-gutter',
      {},
      continued ? el('time.message-hour', {}, formatTime(postedAt(message), 't')) : avatar(author),
    ),
    el('div.message-main', {}, !continued && head(message, author, store), body(message, author, context)),
  );
}

function head(message, author, store) {
  const color = store.colorOf(author);
  return el(
    'div.message-head',
    {},
    el('bdi.message-author', { style: color ? { color } : {} }, author.displayName),
    message.author.bot && el('span.tag', {}, 'APP'),
    el(
      'time.message-time',
      { datetime: message.timestamp, title: formatTime(postedAt(message), 'F') },
      formatPosted(postedAt(message)),
    ),
  );
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
    el('p.interaction-failed', { role: 'alert', hidden: true }),
    isEphemeral(message) && onlyYou(context.dismiss),
  );
}

/** With Components V2, attachments appear only where a component shows them. */
const shownAttachments = ({ attachments = [], flags }) => ((flags & (1 << 15)) !== 0 ? [] : attachments);

export function onlyYou(dismiss) {
  return el(
    'p.only-you',
    {},
    icon('eye'),
    'Only you can see this · ',
    el('button.plain', { type: 'button', onclick: dismiss }, 'Dismiss message'),
  );
}

/** "Ada used /path choose", above the answer to a command. */
function commandLine(message, store) {
  const command = commandOf(message);
  if (!command) return undefined;
  const member = store.member(command.user.id);
  const color = store.colorOf(member);
  const name = member?.displayName ?? command.user.global_name ?? command.user.username;
  return el(
    'div.message-command',
    {},
    icon('reply'),
    el('bdi', { style: color ? { color } : {} }, name),
    ' used ',
    el('span.mention', {}, `/${command.name}`),
  );
}

function commandOf({ interaction, interaction_metadata: metadata }) {
  const name = interaction?.name ?? metadata?.name;
  const isCommand = (interaction?.type ?? metadata?.type) === 2;
  return name && isCommand ? { name, user: interaction?.user ?? metadata.user } : undefined;
}
