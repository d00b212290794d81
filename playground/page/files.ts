/** The page's own files. Only what lies in `public` when the server starts can be asked for. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { PageFile } from './page-file.ts';
import { withOneStylesheet } from './stylesheet.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const folder = join(import.meta.dirname, 'public');

/** By the path of their URL. They are read anew each time, so that a reload shows what was changed. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(url === '/index.html' ? '/' : url, { type, read: async () => new Uint8Array(await readFile(path)) });
  }
  return withOneStylesheet(files);
}
