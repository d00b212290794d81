/** Smaller parts of a message: its head, what led to it, and that only this member sees it. */
import { decodeMentions } from '../composer/mentions.js';
import { el, icon } from '../dom.js';
import { formatPosted, formatTime, postedAt } from '../time.js';

export function head(message, author, { store, showProfile }) {
  const color = store.colorOf(author);
  return el(
    'div.message-head',
    {},
    el(
      'button.message-author',
      {
        type: 'button',
        tabindex: -1,
        style: color ? { color } : {},
        onclick: event => showProfile(author, event.currentTarget),
      },
      el('bdi', {}, author.displayName),
    ),
    message.author.bot && el('span.tag', {}, 'APP'),
    el(
      'time.message-time',
      { datetime: message.timestamp, title: formatTime(postedAt(message), 'F') },
      formatPosted(postedAt(message)),
    ),
  );
}

export function onlyYou(dismiss) {
  return el(
    'p.only-you',
    {},
    icon('eye'),
    'Only you can see this · ',
    el('button.plain', { type: 'button', onclick: dismiss }, 'Dismiss message'),
  );
}

/** What this message answers; a press leads there. */
export function answeredLine(message, store, leadTo) {
  const { message_reference: reference, referenced_message: answered } = message;
  if (message.type !== reply || !reference) return undefined;
  if (!answered) return el('p.message-answers', {}, icon('reply'), 'The message it answers was deleted.');
  const author = store.member(answered.author.id);
  const color = store.colorOf(author);
  return el(
    'button.message-answers',
    { type: 'button', tabindex: -1, onclick: () => leadTo(answered.id) },
    icon('reply'),
    el(
      'bdi',
      { style: color ? { color } : {} },
      author?.displayName ?? answered.author.global_name ?? answered.author.username,
    ),
    el('span.answered-text', {}, plainText(answered, store)),
  );
}

const reply = 19;

/** One line without marks, mentions by name. */
function plainText({ content, attachments = [], components = [] }, { state }) {
  const text = decodeMentions(content, state)
    .replace(/[*_~`|]{2,}|^[#>-]+ /gm, '')
    .replaceAll('\n', ' ');
  return (
    text || (attachments.length > 0 ? 'Press to see the file' : components.length > 0 ? 'Press to see the card' : '')
  );
}

/** "Ada used /path choose", above the answer to a command. */
export function commandLine(message, store) {
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
    el('span.mention', {}, command.isSlash ? `/${command.name}` : command.name),
  );
}

const contextMenuCommand = 23;

export function commandOf({ type, interaction, interaction_metadata: metadata }) {
  const name = interaction?.name ?? metadata?.name;
  const isCommand = (interaction?.type ?? metadata?.type) === 2;
  if (!name || !isCommand) return undefined;
  return { name, user: interaction?.user ?? metadata.user, isSlash: type !== contextMenuCommand };
}
