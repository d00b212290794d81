/** The only files this room touches: `key-1.json`, `key-2.json` … in one folder, the highest number being the newest. */
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface KeyText {
  readonly path: string;
  readonly text: string;
  /** Permission bits; undefined where the system has none. */
  readonly mode?: number;
}

export function keyPath(folder: string, number: number): string {
  return join(folder, `key-${number}.json`);
}

/** Makes the folder where there is none. @returns the numbers of its keys, newest first */
export async function keyNumbers(folder: string): Promise<readonly number[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await readdir(folder))
    .map(name => Number(/^key-([1-9]\d{0,8})[.]json$/.exec(name)?.[1]))
    .filter(number => !Number.isNaN(number))
    .sort((a, b) => b - a);
}

export async function readKeyText(path: string): Promise<KeyText> {
  const handle = await open(path, 'r');
  try {
    const { mode } = await handle.stat();
    const text = await handle.readFile('utf8');
    return { path, text, ...(process.platform !== 'win32' && { mode: mode & 0o777 }) };
  } finally {
    await handle.close();
  }
}

/** Where another process was faster, its key stays. */
export async function addKeyText(path: string, text: string): Promise<void> {
  await written(path, text, draft =>
    link(draft, path).catch(error => {
      if (error.code === 'EEXIST') return;
      // A file system without links.
      if (error.code !== 'EPERM' && error.code !== 'ENOTSUP') throw error;
      return rename(draft, path);
    }),
  );
}

export async function replaceKeyText(path: string, text: string): Promise<void> {
  await written(path, text, draft => rename(draft, path));
}

/** Whole and on disk before it stands in its place: a key lost to a power cut takes with it what it signed. */
async function written(path: string, text: string, put: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.new-${crypto.randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await put(draft);
    await synced(join(path, '..'));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Without it a power cut could take the name of the new file away. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
