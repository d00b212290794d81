/** A request's body: JSON, or JSON and files in the form that Discord takes them in. */
import { randomUUID } from 'node:crypto';
import type { MessageFile } from '../views/message.ts';

export interface Packed {
  /** The header Content-Type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** It carries files. */
  readonly isLarge: boolean;
}

export function packed(body: unknown, files: readonly MessageFile[] = []): Packed {
  const json = JSON.stringify(body);
  if (files.length === 0) return { type: 'application/json', bytes: Buffer.from(json), isLarge: false };
  const boundary = `cairn-${randomUUID()}`;
  const part = (disposition: string, type: string, content: Uint8Array) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ];
  const parts = [
    ...part('name="payload_json"', 'application/json', Buffer.from(json)),
    ...files.flatMap(({ name, bytes }, index) =>
      part(`name="files[${index}]"; filename="${name}"`, 'application/octet-stream', bytes),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(parts), isLarge: true };
}

/** What the body of a message says of its files; an edited message keeps no others. */
export function attachmentsOf(files: readonly MessageFile[] = []) {
  return files.map(({ name, alt }, id) => ({
    id: String(id),
    filename: name,
    ...(alt !== undefined && { description: alt }),
  }));
}
