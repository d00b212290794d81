/** The thread in which pictures are made: one request, one reply. */
import { parentPort } from 'node:worker_threads';
import { certificatePicture } from './certificate-picture.ts';
import type { Reply } from './pool.ts';
import type { Request, Result } from './requests.ts';
import { undrawable } from './undrawable.ts';

async function answer(request: Request): Promise<Result> {
  if (request.kind === 'undrawable') return undrawable(request.name);
  const { facts } = request;
  return new Uint8Array(await certificatePicture({ ...facts, on: Temporal.PlainDate.from(facts.on) }));
}

parentPort?.on('message', async (request: Request) => {
  let reply: Reply<Result>;
  try {
    reply = { result: await answer(request) };
  } catch (error) {
    reply = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const sent = 'result' in reply && reply.result instanceof Uint8Array ? [reply.result.buffer] : [];
  parentPort?.postMessage(reply, sent);
});
