/** The tree of Discord's Markdown as elements. Names behind ids come from the store. */
import { el, icon } from '../dom.js';
import { channelSign } from '../panes/channel-sign.js';
import { timeElement } from '../panes/time-element.js';
import { formatTime } from '../time.js';
import { parseMarkdown } from './blocks.js';

/** `context`: the store, and what a click on a channel or a command does. */
export function renderMarkdown(text, context) {
  return el(
    'div.markdown',
    {},
    parseMarkdown(text).map(block => renderBlock(block, context)),
  );
}

function renderBlock(block, context) {
  const inside = () => renderInline(block.children, context);
  switch (block.kind) {
    case 'heading':
      // The page's own headings are above these: h3 to h5.
      return el(`h${block.level + 2}.heading-${block.level}`, {}, inside());
    case 'subtext':
      return el('p.subtext', {}, inside());
    case 'quote':
      return el(
        'blockquote',
        {},
        block.children.map(child => renderBlock(child, context)),
      );
    case 'code-block':
      return el('pre', { tabindex: 0, 'aria-label': 'Code' }, el('code', {}, block.text));
    case 'list':
      return el(
        block.start === undefined ? 'ul' : 'ol',
        { start: block.start },
        block.items.map(item =>
          el(
            'li',
            {},
            renderInline(item.children, context),
            item.inner.map(list => renderBlock(list, context)),
          ),
        ),
      );
    default:
      return el('p', {}, inside());
  }
}

function renderInline(nodes, context) {
  return nodes.map(node => renderNode(node, context));
}

function renderNode(node, context) {
  const { store } = context;
  const inside = () => renderInline(node.children, context);
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return el('strong', {}, inside());
    case 'italics':
      return el('em', {}, inside());
    case 'underline':
      return el('u', {}, inside());
    case 'strike':
      return el('s', {}, inside());
    case 'code':
      return el('code', {}, node.text);
    case 'spoiler':
      return spoiler(inside());
    case 'link':
      return link(node, inside, context);
    case 'time':
      return timestamp(node);
    case 'user':
      return userMention(store.member(node.id), context);
    case 'role':
      return roleMention(store.role(node.id));
    case 'everyone':
      return el('span.mention', {}, `@${node.name}`);
    case 'channel':
      return channelMention(node.id, context);
    case 'command':
      return el('button.mention', { type: 'button', onclick: () => context.startCommand(node.name) }, node.name);
    case 'place':
      return el('span.mention', {}, icon('hash'), node.name);
    default:
      return `:${node.name}:`;
  }
}

const toChannel = /^https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)(?:\/(\d+))?\/?$/;

/** A link to a channel or message of this community leads there; all others open in a tab of their own. */
function link({ href }, inside, { store, openChannel }) {
  const [, channelId, messageId] = toChannel.exec(href) ?? [];
  const channel = store.channel(channelId ?? '');
  if (!channel) return el('a', { href, target: '_blank', rel: 'noreferrer noopener', title: href }, inside());
  return el(
    'button.mention',
    { type: 'button', onclick: () => openChannel(channelId, messageId) },
    icon(channelSign(channel)),
    channel.name,
    messageId && ' › message',
  );
}

function userMention(member, { showProfile }) {
  if (!member) return el('span.mention', {}, '@unknown-user');
  return el(
    'button.mention',
    { type: 'button', 'aria-haspopup': 'dialog', onclick: event => showProfile(member, event.currentTarget) },
    '@',
    el('bdi', {}, member.displayName),
  );
}

function roleMention(role) {
  if (!role) return el('span.mention', {}, '@deleted-role');
  const color = role.color !== 0 && `#${role.color.toString(16).padStart(6, '0')}`;
  return el('span.mention', { style: color ? { '--mention': color } : {} }, `@${role.name}`);
}

function channelMention(id, { store, openChannel }) {
  const channel = store.channel(id);
  if (!channel) return el('span.mention', {}, '# no-access');
  return el(
    'button.mention',
    { type: 'button', onclick: () => openChannel(id) },
    icon(channelSign(channel)),
    channel.name,
  );
}

function timestamp({ millis, style }) {
  const isValid = Math.abs(millis) <= 8.64e15;
  if (!isValid) return 'Invalid date';
  return timeElement(millis, style);
}

/** "3 minutes ago" grows old; called now and then. */
export function refreshRelativeTimes() {
  for (const time of document.querySelectorAll('time[data-relative]')) {
    time.textContent = formatTime(Number(time.dataset.relative), 'R');
  }
}

function spoiler(children) {
  const content = el('span', { inert: true }, children);
  const cover = el(
    'span.spoiler',
    { role: 'button', tabindex: 0, 'aria-label': 'Spoiler, hidden', 'aria-expanded': 'false' },
    content,
  );
  const reveal = () => {
    cover.classList.add('revealed');
    content.removeAttribute('inert');
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-expanded']) cover.removeAttribute(name);
  };
  cover.addEventListener('click', reveal);
  cover.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    reveal();
  });
  return cover;
}
