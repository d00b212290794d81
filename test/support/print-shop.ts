/** What certificates are made with, real and shared by the tests of a worker: the pictures' thread and keys on disk. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../src/credentials/key-folder.ts';
import type { FlowContext } from '../../src/flows/context.ts';
import { openPictures } from '../../src/pictures/pictures.ts';

let folder: Promise<string> | undefined;

/** Of the keys; made at the first use, gone with the process. */
function keysFolder(): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'cairn-keys-')).then(path => {
    process.once('exit', () => rmSync(path, { recursive: true, force: true }));
    return path;
  });
  return folder;
}

export const printShop: Pick<FlowContext, 'pictures' | 'keys'> = {
  // Never closed: its thread ends when it has nothing to do.
  pictures: openPictures(),
  keys: async () => openKeys(await keysFolder()),
};
