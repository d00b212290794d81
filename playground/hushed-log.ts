/** A log that leaves out what is merely good to know, until it may speak up. */

interface Informing {
  readonly info: (...line: never[]) => void;
}

export function hushed<Log extends Informing>(log: Log): { readonly log: Log; readonly speakUp: () => void } {
  let isHushed = true;
  const info = { get: () => (isHushed ? () => {} : log.info) };
  return {
    log: Object.create(log, { info }) as Log,
    speakUp: () => {
      isHushed = false;
    },
  };
}
