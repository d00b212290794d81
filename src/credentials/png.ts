/** A PNG as what it is made of: a signature and chunks, each with a checksum. */
import { crc32 } from 'node:zlib';

export interface Chunk {
  /** Four letters: "IHDR", "iTXt" … */
  readonly type: string;
  readonly data: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Length and type before a chunk's data, checksum after it. */
const head = 8;
const tail = 4;

/** The chunks from IHDR to IEND, or what is wrong, as a sentence. What follows IEND is no part of the picture. */
export function readChunks(png: Uint8Array): readonly Chunk[] | { readonly problem: string } {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (!bytes.subarray(0, signature.length).equals(signature)) {
    return { problem: 'This is no PNG picture: it does not begin like one. Send the file as it was downloaded.' };
  }
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + head + tail <= bytes.length; ) {
    const end = at + head + bytes.readUInt32BE(at);
    if (end + tail > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + head);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) {
      return { problem: `This PNG picture is damaged: the checksum of its "${shown(type)}" part is wrong. ${again}` };
    }
    chunks.push({ type, data: bytes.subarray(at + head, end) });
    if (chunks.length === 1 && type !== 'IHDR') {
      return { problem: `This PNG picture is damaged: it begins with "${shown(type)}", not with its size. ${again}` };
    }
    if (type === 'IEND') return chunks;
    at = end + tail;
  }
  return { problem: `This PNG picture is cut off: its end is missing. ${again}` };
}

export function writeChunks(chunks: readonly Chunk[]): Uint8Array {
  return Buffer.concat([signature, ...chunks.map(framed)]);
}

function framed({ type, data }: Chunk): Buffer {
  const bytes = Buffer.alloc(head + data.length + tail);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, head);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, head + data.length)), head + data.length);
  return bytes;
}

const again = 'Download it again and send that file.';

const shown = (type: string) => type.replace(/[^A-Za-z]/g, '?');
