/** The keys cannot be used as they lie there. The message says what is wrong and what to do. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
  /** 65: a file cannot be read. 73: one cannot be written. 78: its rights do not fit. */
  readonly exitCode: 65 | 73 | 78;

  constructor(exitCode: 65 | 73 | 78, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
