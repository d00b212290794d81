/** Bakes a credential into its picture, and finds it there again: an Open Badge is a PNG that carries its proof. */
import { type Chunk, readChunks, writeChunks } from './png.ts';

const keyword = 'openbadgecredential';

export type ReadBadgeOutcome =
  | { readonly kind: 'badge'; readonly jwt: string }
  | { readonly kind: 'no-badge' }
  | { readonly kind: 'broken'; readonly problem: string };

/** A picture baked before carries the new credential only: the standard allows one. */
export function bakePng(png: Uint8Array, jwt: string): Uint8Array {
  if (!/^[\w-]+[.][\w-]+[.][\w-]+$/.test(jwt)) throw new TypeError('Only a signed JWT can be baked into a picture.');
  const chunks = readChunks(png);
  if ('problem' in chunks) throw new TypeError(chunks.problem);
  const [size, ...rest] = chunks.filter(chunk => textOf(chunk) === undefined);
  // At the front: whoever looks for it need not read the picture.
  return writeChunks([...(size ? [size] : []), { type: 'iTXt', data: Buffer.from(`${prefix}${jwt}`) }, ...rest]);
}

export function readBadge(png: Uint8Array): ReadBadgeOutcome {
  const chunks = readChunks(png);
  if ('problem' in chunks) return { kind: 'broken', problem: chunks.problem };
  const text = chunks.map(textOf).find(found => found !== undefined);
  if (text === undefined) return { kind: 'no-badge' };
  if (text.startsWith(uncompressed)) return { kind: 'badge', jwt: afterLanguage(text.slice(uncompressed.length)) };
  return { kind: 'broken', problem: 'The credential in this picture is compressed, which Open Badges forbids.' };
}

/** Compression flag and method; both must be 0. */
const uncompressed = '\0\0';
/** Keyword, no compression, no language, no translated keyword. */
const prefix = `${keyword}\0${uncompressed}\0\0`;

/** What follows the keyword in a chunk that carries a credential. */
function textOf({ type, data }: Chunk): string | undefined {
  if (type !== 'iTXt') return undefined;
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8');
  return text.startsWith(`${keyword}\0`) ? text.slice(keyword.length + 1) : undefined;
}

function afterLanguage(text: string): string {
  const translated = text.indexOf('\0') + 1;
  return text.slice(text.indexOf('\0', translated) + 1);
}
