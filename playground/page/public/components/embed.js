/** Embeds: the cards of messages that don't use components. */

import { cssColor } from '../colors.js';
import { el } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { formatPosted } from '../time.js';
import { renderGallery, renderThumbnail } from './media.js';

export function renderEmbed(embed, context) {
  const { title, url, description, color, author, footer, image, thumbnail, timestamp, fields = [] } = embed;
  const name = url ? el('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, title) : title;
  return el(
    'div.container.embed',
    { style: color ? { '--accent': cssColor(color) } : {} },
    author && el('p.embed-author', {}, author.name),
    title && el('p.embed-title', {}, name),
    description && renderMarkdown(description, context),
    fields.length > 0 &&
      el(
        'div.embed-fields',
        {},
        fields.map(field =>
          el(
            `div${field.inline ? '.inline' : ''}`,
            {},
            el('p.embed-field-name', {}, field.name),
            renderMarkdown(field.value, context),
          ),
        ),
      ),
    image && renderGallery({ items: [{ media: image }] }),
    thumbnail && renderThumbnail({ media: thumbnail }),
    (footer || timestamp) &&
      el('p.subtext', {}, [footer?.text, timestamp && formatPosted(Date.parse(timestamp))].filter(Boolean).join(' • ')),
  );
}
