/** Reads a multipart body: the JSON in `payload_json`, and the files. */
import type { NewFile } from '../../state/messages/attachments.ts';

export interface SentFile extends NewFile {
  /** The n of `files[n]`, which the body's attachments refer to. */
  readonly key: string;
}

export interface Upload {
  readonly files: readonly SentFile[];
  /** Of the whole request, in bytes. */
  readonly size: number;
  /** Fields that are neither files nor `payload_json`. */
  readonly strayFields: readonly string[];
}

export interface Multipart extends Upload {
  /** What stood in `payload_json`. */
  readonly text: string;
}

export const isMultipart = (contentType: string | undefined) => contentType?.startsWith('multipart/') === true;

/** Undefined when the body is not what its header says. */
export async function readMultipart(bytes: Buffer, contentType: string): Promise<Multipart | undefined> {
  // The platform's own parser.
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return undefined;
  const files: SentFile[] = [];
  const strayFields: string[] = [];
  let text = '';
  for (const [name, value] of form) {
    const key = /^(?:files\[(\d+)\]|file(\d*))$/.exec(name);
    if (typeof value !== 'string' && key !== null)
      files.push({
        key: key[1] ?? (key[2] || String(files.length)),
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    else if (name === 'payload_json') text = typeof value === 'string' ? value : await value.text();
    else strayFields.push(name);
  }
  return { files, strayFields, text, size: bytes.byteLength };
}
