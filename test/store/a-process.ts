/** Another process beside the test: only a real one holds a real lock, or can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Process {
  /** The next thing it prints. */
  answer(): Promise<string>;
  tell(line: string): void;
  /** Its exit code, or the signal that killed it. */
  readonly ended: Promise<number | string>;
}

/** @param script as `new URL('./processes/….ts', import.meta.url)` gives it. */
export function aProcess(script: URL, ...args: readonly string[]): Process {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    answer: async () => {
      const [chunk]: unknown[] = await once(child.stdout, 'data');
      return String(chunk).trim();
    },
    tell: line => {
      child.stdin.write(`${line}\n`);
    },
    ended: once(child, 'exit').then(([code, signal]: (number | string | null)[]) => signal ?? code ?? 'nowhere'),
  };
}
