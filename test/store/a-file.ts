/** A database file of a test's own, in a folder that goes when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';

export function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cairn.sqlite');
}

export async function aStoreOn(path: string, options?: StoreOptions): Promise<Store> {
  const store = await openStore(`file:${path}`, options);
  onTestFinished(() => store.close());
  return store;
}
