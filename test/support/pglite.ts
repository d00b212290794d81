/** Starts PGlite from a snapshot of an empty cluster: to make one takes three seconds, to load one half a second. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const cache = join(import.meta.dirname, '../../node_modules/.cache/cairn');

export async function startPglite(): Promise<PGlite> {
  const snapshot = join(cache, `pglite-${version()}.tar`);
  try {
    return await PGlite.create({ loadDataDir: new Blob([readFileSync(snapshot)]) });
  } catch {
    const pglite = await PGlite.create();
    await keep(pglite, snapshot);
    return pglite;
  }
}

async function keep(pglite: PGlite, snapshot: string): Promise<void> {
  const bytes = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  const draft = `${snapshot}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(draft, bytes);
  // Whole or not there: other workers look at the same time.
  renameSync(draft, snapshot);
}

function version(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const found: unknown = JSON.parse(readFileSync(join(main, '../../package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
}
