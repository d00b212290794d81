/** Files a page has sent ahead, until the message, command or form they belong to is sent. */
import type { Upload } from '../discord/index.ts';

export interface Uploads {
  /** Returns the id under which it waits. */
  keep(memberId: string, file: Upload): string;
  /** Those that wait, in this order; throws if one is gone. They stay until `forget`. */
  of(memberId: string, ids: readonly string[]): readonly Upload[];
  forget(ids: readonly string[]): void;
}

/** A page that was closed never sends its files. */
const most = 60;

export function createUploads(): Uploads {
  const waiting = new Map<string, { readonly memberId: string; readonly file: Upload }>();
  let last = 0;
  return {
    keep(memberId, file) {
      last += 1;
      const id = String(last);
      waiting.set(id, { memberId, file });
      const [oldest] = waiting.keys();
      if (waiting.size > most && oldest !== undefined) waiting.delete(oldest);
      return id;
    },
    of: (memberId, ids) =>
      ids.map(id => {
        const found = waiting.get(id);
        if (found?.memberId !== memberId) throw new Error('A file got lost on its way. Choose it again.');
        return found.file;
      }),
    forget(ids) {
      for (const id of ids) waiting.delete(id);
    },
  };
}
