/** Pictures and files of messages. */
import { el, icon } from '../dom.js';
import { sizeInWords } from '../uploads.js';

/** What is hidden is shown by a press. */
export function covered(content, isSpoiler) {
  if (!isSpoiler) return content;
  content.inert = true;
  const cover = el(
    'div.container-spoiler',
    {},
    content,
    el(
      'button.spoiler-button',
      {
        type: 'button',
        onclick: () => {
          content.inert = false;
          cover.replaceWith(content);
        },
      },
      'Spoiler',
    ),
  );
  return cover;
}

/** A picture that opens in full in a new tab. */
function picture(media, description) {
  const url = media.proxy_url ?? media.url;
  const { width, height } = media;
  // Its place is kept before it has come, so that nothing jumps.
  const size = width && height ? { '--width': width, '--height': height } : undefined;
  const image = el(size ? 'img.sized' : 'img', { src: url, alt: description ?? '', loading: 'lazy', style: size });
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

export function renderThumbnail({ media, description, spoiler }) {
  return covered(el('div.thumbnail', {}, picture(media, description)), spoiler);
}

export function renderGallery({ items }) {
  const several = items.length > 1 ? '.several' : '';
  return el(
    `div.gallery${several}`,
    {},
    items.map(({ media, description, spoiler }) => covered(picture(media, description), spoiler)),
  );
}

export function renderFile({ file, name, size, spoiler }) {
  const url = file.proxy_url ?? file.url;
  const title = name ?? decodeURIComponent(new URL(url, location.href).pathname.split('/').at(-1));
  const link = el(
    'a.file',
    { href: url, target: '_blank', rel: 'noreferrer noopener' },
    icon('file'),
    el('span.file-name', {}, title),
    size !== undefined && el('span.file-size', {}, sizeInWords(size)),
  );
  return covered(link, spoiler);
}

export function renderAttachments(attachments) {
  return attachments.map(attachment =>
    attachment.content_type?.startsWith('image/')
      ? el('div.gallery', {}, picture(attachment, attachment.description ?? attachment.filename))
      : renderFile({ file: attachment, name: attachment.filename, size: attachment.size }),
  );
}
