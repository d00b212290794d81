/** Which file stands at a path: tells whether it is still the one that was opened. */
import { statSync } from 'node:fs';

/** Undefined where there is none, or none that can be seen. */
export function placeOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}/${ino}`;
  } catch {
    return undefined;
  }
}
