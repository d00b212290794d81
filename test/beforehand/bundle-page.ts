/** Before the tests: joins the page's modules with Vite, which Vitest brings along. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const bundlePath = join(root, 'node_modules/.cache/cairn/page.js');

export async function setup(): Promise<void> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    root: join(root, 'playground/page/public'),
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'playground/page/public/main.js') },
    },
  });
  const { output } = Array.isArray(built) ? (built[0] ?? { output: [] }) : 'output' in built ? built : { output: [] };
  const [chunk, ...others] = output;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The page did not become one file.');
  mkdirSync(dirname(bundlePath), { recursive: true });
  const draft = `${bundlePath}.${process.pid}`;
  writeFileSync(draft, chunk.code);
  // Whole or not there: another run may look at the same time.
  renameSync(draft, bundlePath);
}
