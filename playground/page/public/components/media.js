/** Pictures and files of messages. */
import { el, icon } from '../dom.js';

/** A picture that opens in full in a new tab. */
function picture(media, description) {
  const url = media.proxy_url ?? media.url;
  const image = el('img', { src: url, alt: description ?? '', loading: 'lazy' });
  const link = el(
    'a.picture',
    { href: url, target: '_blank', rel: 'noreferrer noopener', 'aria-label': description ?? 'Picture' },
    image,
  );
  image.addEventListener('error', () =>
    link.replaceChildren(el('span.picture-missing', {}, description ?? 'The picture could not be loaded.')),
  );
  return link;
}

export function renderThumbnail({ media, description }) {
  return el('div.thumbnail', {}, picture(media, description));
}

export function renderGallery({ items }) {
  const several = items.length > 1 ? '.several' : '';
  return el(
    `div.gallery${several}`,
    {},
    items.map(({ media, description }) => picture(media, description)),
  );
}

export function renderFile({ file, name }) {
  const url = file.proxy_url ?? file.url;
  const title = name ?? decodeURIComponent(new URL(url, location.href).pathname.split('/').at(-1));
  return el('a.file', { href: url, target: '_blank', rel: 'noreferrer noopener' }, icon('out'), title);
}

export function renderAttachments(attachments) {
  return attachments.map(attachment =>
    attachment.content_type?.startsWith('image/')
      ? el('div.gallery', {}, picture(attachment, attachment.description ?? attachment.filename))
      : renderFile({ file: attachment, name: attachment.filename }),
  );
}
