/** The line to Discord cannot be used until a person changes something. The message says what. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly exitCode = 78;
}

/** It can be used all the same, with fewer intents. */
export class IntentsRefused extends LineError {}
