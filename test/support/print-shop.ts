/** What certificates are made with, real and shared by the tests of a file: the pictures' thread and keys on disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openKeys } from '../../src/credentials/key-folder.ts';
import type { FlowContext } from '../../src/flows/context.ts';
import { openPictures } from '../../src/pictures/pictures.ts';

let folder: Promise<string> | undefined;

/** Of the keys; made at the first use. */
function keysFolder(): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'cairn-keys-'));
  return folder;
}

export const printShop: Pick<FlowContext, 'pictures' | 'keys'> = {
  pictures: openPictures(),
  keys: async () => openKeys(await keysFolder()),
};

afterAll(async () => {
  await printShop.pictures.close();
  if (folder) await rm(await folder, { recursive: true });
});
