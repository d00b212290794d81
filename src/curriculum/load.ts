/** The curriculum's files → a frozen Curriculum, or every problem in them at once. */
import { createHash } from 'node:crypto';
import type { Curriculum } from '../domain/curriculum.ts';
import { cacheKey, readCached, writeCached } from './cache.ts';
import { toCurriculum } from './catalogue.ts';
import { type Files, readFiles } from './files.ts';
import { CurriculumError, collectProblems, type Problem } from './problem.ts';

export { CurriculumError, type Problem };

export type ReadCurriculum = { readonly curriculum: Curriculum } | { readonly problems: readonly Problem[] };

export async function readCurriculum(dir: string): Promise<ReadCurriculum> {
  return read(dir);
}

/** As `readCurriculum`, for those who can't go on without it. `cache` names a file that makes the next start faster. */
export async function loadCurriculum(dir: string, cache?: string): Promise<Curriculum> {
  const result = await read(dir, cache);
  if ('problems' in result) throw new CurriculumError(dir, result.problems);
  return result.curriculum;
}

async function read(dir: string, cache?: string): Promise<ReadCurriculum> {
  const { report, problems } = collectProblems();
  const files = await readFiles(dir, report);
  const digest = digestOf(files);
  const key = cache && problems().length === 0 ? await cacheKey(digest) : undefined;
  const cached = cache && key ? await readCached(cache, key) : undefined;
  if (cached) return { curriculum: cached };
  // Only now: the YAML parser takes as long to load as everything else here.
  const { readChecked } = await import('./checked.ts');
  const finish = readChecked(files, digest.slice(0, 8), report);
  const found = problems();
  if (found.length > 0) return { problems: found };
  const curriculum = toCurriculum(finish());
  if (cache && key) await writeCached(cache, key, curriculum);
  return { curriculum };
}

/** Of names as well as contents: a path's file name is its id. */
function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, file] of files) hash.update(`${path}\n${file?.text}\n`);
  return hash.digest('hex');
}
