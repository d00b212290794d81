/** What can go wrong with a database, in the three kinds that are answered differently. */

/** Others held the database too long. Nothing was saved; the same may work in a moment. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

export type BrokenBecause = 'full' | 'read-only' | 'corrupt' | 'unreachable' | 'input-output' | 'replaced' | 'other';

/** The database cannot save. Nothing was saved, and somebody must look after it. */
export class StoreBroken extends Error {
  override readonly name = 'StoreBroken';
  readonly because: BrokenBecause;

  constructor(because: BrokenBecause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.because = because;
  }
}

/** 65: the data cannot be read. 69: the database is not available. 78: the settings or the program do not fit it. */
export type RefusalExitCode = 65 | 69 | 78;

/** The store is not opened, since it would do harm. The message says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly exitCode: RefusalExitCode;

  constructor(exitCode: RefusalExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
