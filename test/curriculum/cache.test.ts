/** The remembered curriculum: the same as the one read, and never trusted beyond the files it was made of. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { edited, folderOf } from './data-folder.ts';

test('the second start reads the same curriculum from the cache', async () => {
  const dir = await folderOf();
  const cache = join(dir, 'var', 'curriculum');
  const first = await loadCurriculum(dir, cache);
  const written = await readFile(cache, 'utf8');
  const second = await loadCurriculum(dir, cache);
  expect(second).toEqual(first);
  expect(Object.isFrozen(second.items.get('law-1'))).toBe(true);
  expect(await readFile(cache, 'utf8')).toBe(written);
});

test('what stands in the cache is what a start with unchanged files answers', async () => {
  const dir = await folderOf();
  const cache = join(dir, 'cache');
  await loadCurriculum(dir, cache);
  const resealed = (await readFile(cache, 'utf8')).replace(/"title":"Small"/, '"title":"Smell"');
  await writeFile(cache, resealed);
  expect((await loadCurriculum(dir, cache)).title).toBe('Small');
});

test('a changed file is read again, also when the cache is there', async () => {
  const dir = await folderOf();
  const cache = join(dir, 'cache');
  await loadCurriculum(dir, cache);
  for (const [name, text] of Object.entries(edited('curriculum.yaml', 'Small', 'Large')))
    await writeFile(join(dir, name), text);
  expect((await loadCurriculum(dir, cache)).title).toBe('Large');
});

test.each(['', 'nonsense', '\0'])('a cache that holds %j is read over', async content => {
  const dir = await folderOf();
  await writeFile(join(dir, 'cache'), content);
  expect((await loadCurriculum(dir, join(dir, 'cache'))).title).toBe('Small');
});

test('a cache that can’t be written costs nothing but time', async () => {
  const dir = await folderOf();
  expect((await loadCurriculum(dir, join(dir, 'curriculum.yaml', 'cache'))).title).toBe('Small');
});

test('a broken curriculum is not remembered, and no half-written file stays', async () => {
  const dir = await folderOf(edited('items/laws.yaml', 'page:', 'pgae:'));
  await loadCurriculum(dir, join(dir, 'cache', 'file')).catch(() => undefined);
  expect(await readdir(dir)).not.toContain('cache');
});
