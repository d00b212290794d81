/** The data folder's files → frozen curriculum and community, or every problem in them at once. */
import { createHash } from 'node:crypto';
import type { Curriculum } from '../domain/curriculum.ts';
import { cacheKey, readCached, writeCached } from './cache.ts';
import { type Data, toData } from './catalogue.ts';
import { type Files, readFiles } from './files.ts';
import { communityFile } from './layout.ts';
import { CurriculumError, collectProblems, type Problem } from './problem.ts';

export { CurriculumError, type Data, type Problem };

/** @param cache names a file that makes the next reading faster. */
export async function readData(dir: string, cache?: string): Promise<Data | { readonly problems: readonly Problem[] }> {
  const { report, problems } = collectProblems();
  const files = await readFiles(dir, report);
  const key = cache && problems().length === 0 ? await cacheKey(digestOf(files)) : undefined;
  const cached = cache && key ? await readCached(cache, key) : undefined;
  if (cached) return cached;
  // Only now: the YAML parser takes as long to load as everything else here.
  const { readChecked } = await import('./checked.ts');
  const finish = readChecked(files, versionOf(files), report);
  const found = problems();
  if (found.length > 0) return { problems: found };
  const data = toData(finish());
  if (cache && key) await writeCached(cache, key, data);
  return data;
}

/** As `readData`, for those who can't go on without it. */
export async function loadData(dir: string, cache?: string): Promise<Data> {
  const result = await readData(dir, cache);
  if ('problems' in result) throw new CurriculumError(dir, result.problems);
  return result;
}

export async function loadCurriculum(dir: string, cache?: string): Promise<Curriculum> {
  return (await loadData(dir, cache)).curriculum;
}

/** Certificates record it; what the community looks like on Discord is nothing to them. */
function versionOf(files: Files): string {
  return digestOf(new Map([...files].filter(([path]) => path !== communityFile))).slice(0, 8);
}

/** Of names as well as contents: a path's file name is its id. */
function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, file] of files) hash.update(`${path}\n${file?.text}\n`);
  return hash.digest('hex');
}
