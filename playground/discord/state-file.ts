/** Keeps the state in a file: written a moment after each change, whole or not at all. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

interface Saved {
  readonly version: 3;
  readonly bytes: Uint8Array;
}

export interface StateFile {
  /** Undefined when there is none yet. */
  read(): Saved | undefined;
  /** Writes soon. */
  touch(): void;
  /** Writes now, if something is waiting to be written. */
  flush(): void;
}

const moment = 500;
/** How much longer than writing it takes the file may lag behind: a large community is not written all the time. */
const lag = 20;

export function createStateFile(path: string, current: () => Saved): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let took = 0;
  const file: StateFile = {
    read() {
      if (!existsSync(path)) return undefined;
      try {
        return deserialize(readFileSync(path)) as Saved;
      } catch (error) {
        throw new Error(
          `${path} is not readable as a saved local Discord (${String(error)}). Move it away to start anew.`,
        );
      }
    },
    touch() {
      timer ??= setTimeout(() => file.flush(), Math.max(moment, took * lag)).unref();
    },
    flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      const began = performance.now();
      mkdirSync(dirname(path), { recursive: true });
      const draft = `${path}.new`;
      writeFileSync(draft, serialize(current()));
      const descriptor = openSync(draft, 'r');
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(draft, path);
      took = performance.now() - began;
    },
  };
  return file;
}
