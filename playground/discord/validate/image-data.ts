/** Pictures in requests: data URIs in base64. What counts is the bytes; discord.js calls every picture a "jpg". */

const shape = /^data:image\/[a-z]+;base64,([A-Za-z0-9+/]+={0,2})$/;

/** How the formats begin; in WebP, the length comes in between. */
const formats = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
] as const;

/** Undefined if this is no picture that Discord takes. */
export function imageOf(uri: string): { readonly type: string; readonly bytes: Uint8Array } | undefined {
  const bytes = Buffer.from(shape.exec(uri)?.[1] ?? '', 'base64');
  const start = bytes.toString('latin1', 0, 12);
  const type = formats.find(([, beginning]) => beginning.test(start))?.[0];
  return type && { type, bytes: new Uint8Array(bytes) };
}
