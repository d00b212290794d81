/** What the person who starts Cairn is told when the database does not let it in. */
import { codeOf, storeFault } from './classify.ts';
import { type RefusalExitCode, StoreBroken, StoreBusy, StoreRefused } from './faults.ts';

/** Wrong password or user, no such database, no rights in it, no such host: time alone will not mend these. */
const wrongSettings = /^(28|3D)|^42501$|^ENOTFOUND$/;
/** The server asks for a password or refuses TLS; pg has no code for it. */
const wrongAddress = /^SASL|does not support SSL/;

/** A mistake of ours stays what it is. */
export function faultAtStart(url: string, error: unknown): unknown {
  const fault = storeFault(error);
  const cause = fault instanceof StoreBusy || fault instanceof StoreBroken ? (fault.cause ?? fault) : fault;
  const words = wordsOf(cause);
  const refuse = (exitCode: RefusalExitCode, what: string, advice: string) =>
    new StoreRefused(exitCode, `${placeOf(url)} ${what}: ${words}. ${advice}`, { cause: error });

  if (wrongSettings.test(codeOf(cause)) || (cause instanceof Error && wrongAddress.test(cause.message))) {
    return refuse(78, 'does not let Cairn in', 'Check user, password, host and database in DATABASE_URL.');
  }
  if (fault instanceof StoreBroken && fault.because === 'unreachable') {
    return refuse(69, 'cannot be reached', 'Start the server, or check host and port in DATABASE_URL.');
  }
  if (fault instanceof StoreBusy) {
    return refuse(69, 'is busy', 'Stop what else uses it, or start Cairn again in a moment.');
  }
  return fault;
}

/** Never with the password. */
function placeOf(url: string): string {
  const host = /^postgres(ql)?:/.test(url) ? URL.parse(url)?.host : undefined;
  return host === undefined ? 'The database' : `The database server at ${host || 'localhost'}`;
}

/** Several addresses tried in vain come as one error without words. */
function wordsOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message || codeOf(cause) : String(cause);
  return words.replace(/\.$/, '');
}
