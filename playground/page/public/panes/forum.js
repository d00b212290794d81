/** A forum: its posts instead of messages, the latest first, narrowed by tag. */
import { byId, el, icon } from '../dom.js';
import { messagesIn } from './thread-chip.js';
import { timeElement } from './time-element.js';

export const isForum = channel => channel?.type === 15 || channel?.type === 16;

/** `acts`: openChannel(id), newPost(forum). */
export function createForum(store, acts) {
  const pane = el('section.forum', { id: 'forum', 'aria-label': 'Posts', hidden: true });
  byId('log').after(pane);
  const chosen = new Set();

  function draw() {
    const forum = store.channel();
    const shows = isForum(forum);
    pane.hidden = !shows;
    byId('log').hidden = shows;
    byId('composer').hidden = shows;
    if (!shows) return;
    const posts = store.state.threads
      .filter(({ parentId }) => parentId === forum.id)
      .filter(({ tagIds }) => [...chosen].every(id => tagIds.includes(id)))
      .sort((a, b) => Number(a.archived) - Number(b.archived) || lastOf(b) - lastOf(a));
    const { tag } = document.activeElement?.dataset ?? {};
    pane.replaceChildren(
      el(
        'div.forum-head',
        {},
        el('p.forum-topic', {}, forum.topic ?? ''),
        el(
          'button.button.primary',
          { type: 'button', disabled: !forum.canWrite, onclick: () => acts.newPost(forum) },
          icon('plus'),
          'New post',
        ),
      ),
      tagBar(forum),
      el(
        'ul.posts',
        { 'aria-label': 'Posts' },
        posts.map(post => el('li', {}, card(post, forum))),
      ),
      posts.length === 0 ? el('p.nothing', {}, 'There is no post here yet.') : '',
    );
    if (tag) pane.querySelector(`[data-tag="${tag}"]`)?.focus();
  }

  function tagBar({ tags }) {
    if (tags.length === 0) return '';
    return el(
      'div.tag-bar',
      { role: 'group', 'aria-label': 'Show only' },
      tags.map(({ id, name, emoji }) =>
        el(
          'button.tag-choice',
          {
            type: 'button',
            dataset: { tag: id },
            'aria-pressed': String(chosen.has(id)),
            onclick: () => {
              if (!chosen.delete(id)) chosen.add(id);
              draw();
            },
          },
          emoji,
          ' ',
          name,
        ),
      ),
    );
  }

  function card(post, forum) {
    const author = store.member(post.ownerId);
    const tags = forum.tags.filter(({ id }) => post.tagIds.includes(id));
    const unread = store.unread.has(post.id);
    return el(
      `button.post${unread ? '.unread' : ''}`,
      { type: 'button', dataset: { channel: post.id }, onclick: () => acts.openChannel(post.id) },
      tags.length > 0 &&
        el(
          'span.post-tags',
          {},
          tags.map(({ name, emoji }) => el('span.post-tag', {}, emoji, ' ', name)),
        ),
      el('span.post-title', {}, post.locked && icon('lock'), post.name),
      el(
        'span.post-foot',
        {},
        el('bdi', {}, author?.displayName ?? 'Somebody'),
        ` · ${messagesIn(post)} · `,
        timeElement(lastOf(post), 'R'),
        post.archived && ' · closed',
      ),
    );
  }

  const lastOf = ({ id, lastMessageId }) => Number((BigInt(lastMessageId ?? id) >> 22n) + 1_420_070_400_000n);

  store.on('channel', () => {
    chosen.clear();
    draw();
  });
  for (const topic of ['state', 'unread']) store.on(topic, draw);
}
