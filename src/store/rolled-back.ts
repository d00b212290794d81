/** Does something in a transaction to see what it comes to, and takes all of it back. */
import { type Db, inTransaction } from './database.ts';

class Done<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('A rehearsal is over, and nothing of it is kept.');
    this.result = result;
  }
}

/** Others wait for it as for any transaction: keep it short. */
export async function rolledBack<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, async (tx): Promise<never> => {
      throw new Done(await work(tx));
    });
  } catch (error) {
    if (error instanceof Done) return error.result;
    throw error;
  }
}
