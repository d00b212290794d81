/** One thread for what takes long, started when there is work, ended when there is none, and started anew when it dies. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface PoolLimits {
  /** Tasks waiting or under way; more are refused. */
  readonly tasks: number;
  /** Milliseconds one task may take before the thread is given up. */
  readonly patience: number;
  /** Milliseconds without work after which the thread ends. */
  readonly idle: number;
}

export type Answer<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'busy' };

/** What the thread says: the result, or a fault of this task alone. */
export type Reply<Result> = { readonly result: Result } | { readonly fault: string };

export interface Pool<Task, Result> {
  /** @throws the fault, where the task has one; a task that ends the thread twice is a fault. */
  run(task: Task): Promise<Answer<Result>>;
  /** Lets the task under way end; those that wait are turned away. */
  close(): Promise<void>;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly settled: PromiseWithResolvers<Result>;
  attempts: number;
}

const mayTry = 2;

export function createPool<Task, Result>(script: URL, env: NodeJS.ProcessEnv, limits: PoolLimits): Pool<Task, Result> {
  const waiting: Waiting<Task, Result>[] = [];
  let thread: Worker | undefined;
  let working: Promise<void> | undefined;
  let ending: NodeJS.Timeout | undefined;
  let closed = false;

  const start = () => {
    const started = new Worker(script, { env, execArgv: [], name: 'pictures' });
    // A thread that dies between two tasks is nobody's fault; the next task starts another.
    started.on('error', () => {});
    started.once('exit', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  };

  const end = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };

  const attempt = async (task: Task): Promise<Reply<Result>> => {
    thread ??= start();
    const current = thread;
    current.ref();
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(limits.patience)]);
    try {
      current.postMessage(task);
      return await Promise.race([
        once(current, 'message', { signal }).then(([reply]) => reply as Reply<Result>),
        once(current, 'exit', { signal }).then(() => Promise.reject(new Error('The thread ended.'))),
      ]);
    } catch (error) {
      await end();
      throw error;
    } finally {
      over.abort();
      current.unref();
    }
  };

  const settle = async (first: Waiting<Task, Result>) => {
    try {
      const reply = await attempt(first.task);
      if ('fault' in reply) first.settled.reject(new Error(reply.fault));
      else first.settled.resolve(reply.result);
    } catch (error) {
      first.attempts++;
      if (first.attempts < mayTry && !closed) return;
      first.settled.reject(new Error('The thread for pictures ended or hung twice over one task.', { cause: error }));
    }
    waiting.shift();
  };

  const work = async () => {
    clearTimeout(ending);
    for (let first = waiting[0]; first; first = waiting[0]) await settle(first);
    working = undefined;
    ending = setTimeout(() => void end(), limits.idle).unref();
  };

  return {
    async run(task) {
      if (closed) throw new Error('The pictures are closed: no more are made.');
      if (waiting.length >= limits.tasks) return { kind: 'busy' };
      const settled = Promise.withResolvers<Result>();
      waiting.push({ task, settled, attempts: 0 });
      working ??= work();
      return { kind: 'done', result: await settled.promise };
    },
    async close() {
      closed = true;
      for (const { settled } of waiting.splice(1))
        settled.reject(new Error('The pictures were closed before this one was made.'));
      await working;
      clearTimeout(ending);
      await end();
    },
  };
}
