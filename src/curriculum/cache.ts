/** Remembers what was read last, since reading YAML takes longer than the rest of a start. Losing it costs only time. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Data, toData, toWritten, type Written } from './catalogue.ts';

/** Names what it was made of: the data files and the code that reads them. */
export async function cacheKey(digest: string): Promise<string> {
  const own = (await readdir(import.meta.dirname)).filter(name => name.endsWith('.ts')).sort();
  const code = await Promise.all(own.map(name => readFile(`${import.meta.dirname}/${name}`)));
  const hash = createHash('sha256').update(digest);
  for (const text of code) hash.update(text);
  return hash.digest('hex');
}

export async function readCached(file: string, key: string): Promise<Data | undefined> {
  try {
    const [written, body] = splitOnce(await readFile(file, 'utf8'));
    return written === `${key} ${sealOf(body)}` ? toData(JSON.parse(body) as Written) : undefined;
  } catch {
    return undefined;
  }
}

export async function writeCached(file: string, key: string, data: Data): Promise<void> {
  const body = JSON.stringify(toWritten(data));
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, `${key} ${sealOf(body)}\n${body}`);
    await rename(draft, file);
  } catch {
    // A folder that can't be written to: every start reads the YAML, and works.
  }
}

/** Tells a whole file from one that was cut off. */
function sealOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function splitOnce(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}
