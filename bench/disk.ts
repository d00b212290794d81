/** How long the disk takes to keep a small write: what `/progress done` waits for at the least. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from './statistics.ts';

/** Milliseconds. */
export interface DiskSync {
  readonly p50: number;
  readonly p99: number;
}

export function measureDiskSync(folder: string): DiskSync {
  const path = join(folder, 'sync');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const taken = Array.from({ length: 500 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(path);
  return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) };
}
