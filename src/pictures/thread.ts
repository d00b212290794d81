/** The thread in which pictures are made: one request, one reply. */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { certificatePicture } from './certificate-picture.ts';
import { eventCover } from './event-cover.ts';
import type { Reply } from './pool.ts';
import type { Request, Result } from './requests.ts';
import { undrawable } from './undrawable.ts';

/** Where two want the processor, members come first. Elsewhere than on Linux this would slow the whole process. */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(5);
  } catch {
    // Not allowed in every container, and not needed.
  }
}

stepBack();

function answer(request: Request): Result {
  if (request.kind === 'undrawable') return undrawable(request.text);
  if (request.kind === 'event-cover') return new Uint8Array(eventCover(request.cover));
  const { facts } = request;
  // A copy of its own, which can be handed over without copying it once more.
  return new Uint8Array(certificatePicture({ ...facts, on: Temporal.PlainDate.from(facts.on) }));
}

parentPort?.on('message', (request: Request) => {
  let reply: Reply<Result>;
  try {
    reply = { result: answer(request) };
  } catch (error) {
    reply = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const sent = 'result' in reply && reply.result instanceof Uint8Array ? [reply.result.buffer] : [];
  parentPort?.postMessage(reply, sent);
});
