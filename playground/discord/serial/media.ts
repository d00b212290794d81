/** What an address inside a message stands for: a file that came with the message, or something on the web. */

import { linkTo } from '../state/messages/attachment-links.ts';
import type { AttachmentRecord } from '../state/messages/attachment-record.ts';
import { referencedName } from '../state/messages/media-references.ts';
import type { World } from '../state/world.ts';

export interface Media {
  readonly url: string;
  readonly proxy_url: string;
  readonly width?: number;
  readonly height?: number;
  readonly content_type?: string;
  readonly attachment: AttachmentRecord | undefined;
}

/** Undefined where a file is named that is not there. */
export type MediaOf = (url: string) => Media | undefined;

export function mediaIn(attachments: readonly AttachmentRecord[], world: World): MediaOf {
  return url => {
    const name = referencedName(url);
    // Nothing is fetched from the web: its size stays unknown.
    if (name === undefined) return { url, proxy_url: url, attachment: undefined };
    const attachment = attachments.find(({ filename }) => filename === name);
    if (attachment === undefined) return undefined;
    const link = linkTo(world, attachment);
    const { width, height, contentType } = attachment;
    return {
      url: link,
      proxy_url: link,
      ...(width !== undefined && height !== undefined && { width, height }),
      ...(contentType !== undefined && { content_type: contentType }),
      attachment,
    };
  };
}
