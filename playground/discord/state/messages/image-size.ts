/** What the first bytes of an image tell: its kind and its size. */

export interface ImageFacts {
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}

export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  } catch (error) {
    // Cut off in the middle of its header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const starts = (view: DataView, text: string, at = 0) =>
  view.byteLength >= at + text.length && [...text].every((char, n) => view.getUint8(at + n) === char.charCodeAt(0));

function png(view: DataView): ImageFacts | undefined {
  if (!starts(view, '\x89PNG\r\n\x1a\n')) return undefined;
  return { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): ImageFacts | undefined {
  if (!starts(view, 'GIF8')) return undefined;
  return { contentType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(view: DataView): ImageFacts | undefined {
  if (!starts(view, 'RIFF') || !starts(view, 'WEBP', 8)) return undefined;
  const contentType = 'image/webp';
  if (starts(view, 'VP8X', 12)) {
    const low24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { contentType, width: low24(24) + 1, height: low24(27) + 1 };
  }
  if (starts(view, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { contentType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Walks from segment to segment until the frame's header. */
function jpeg(view: DataView): ImageFacts | undefined {
  if (!starts(view, '\xff\xd8\xff')) return undefined;
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { contentType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}
