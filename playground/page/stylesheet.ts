/** All stylesheets that the page names as one, in their order: each would be a request of its own at every visit. */
import type { PageFile } from './page-file.ts';

const link = /<link rel="stylesheet" href="([^"]+)">\s*/g;
const links = /(<link rel="stylesheet" href="[^"]+">\s*)+/;
const path = '/styles.css';

/** The files stay apart on disk, and are read anew each time as all others are. */
export function withOneStylesheet(files: ReadonlyMap<string, PageFile>): ReadonlyMap<string, PageFile> {
  const page = files.get('/');
  if (!page) return files;
  const html = async () => textOf(await page.read());
  const linked = async () => bytesOf((await html()).replace(links, `<link rel="stylesheet" href="${path}">\n    `));
  const merged = async () => {
    const named = [...(await html()).matchAll(link)].flatMap(([, url = '']) => files.get(url) ?? []);
    const parts = await Promise.all(named.map(({ read }) => read()));
    return bytesOf(parts.map(textOf).join('\n'));
  };
  return new Map([
    ...files,
    ['/', { type: page.type, read: linked }],
    [path, { type: 'text/css; charset=utf-8', read: merged }],
  ]);
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);
