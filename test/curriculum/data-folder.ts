/** A small sound curriculum in a folder of its own, for tests that break it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Problem, readCurriculum } from '../../src/curriculum/load.ts';

export type Files = Readonly<Record<string, string>>;

const path = (title: string, places: string, more = '') => `title: ${title}
order: 1
summary: A summary.
audience: Everyone
duration: { weeks: 2-3, source: overview }
difficulty: Beginner
learn: [Something]
outcome: An outcome
${more}stages:
  - title: "Week 1: Start"
    source: path-items
    places: ${places}
`;

export const sound: Files = {
  'curriculum.yaml': 'title: Small\nedition: 3\nhandbook: https://example.org/book/\n',
  'pages.yaml': 'pages: |\n  laws/one/  Law One\n  laws/two/  Law Two\n',
  'prerequisites.yaml': 'patience:\n  text: Patience\n',
  'milestones.yaml': 'first-stone:\n  kind: milestone\n  title: First Stone\n',
  'references.yaml': 'starts:\n  title: Starts\n  entries:\n    - { label: One, item: law-1 }\n',
  'certificates.yaml':
    'beginner:\n  title: Beginner\n  path: level-one\n  items: [law-1, law-2]\n\nkeeper:\n  title: Keeper\n  path: safety\n  items: [pattern-timeout]\n  completed: { kinds: [level] }\n',
  'items/laws.yaml':
    'law-1:\n  title: "Law 1"\n  page: laws/one/\n\nlaw-2:\n  title: "Law 2"\n  requires: [law-1]\n  aliases: [Second Law]\n',
  'items/patterns.yaml': 'pattern-timeout:\n  title: Timeout\n',
  'paths/level/level-one.yaml': path('Level One', '[law-1, law-2]', 'prerequisites: [patience]\n'),
  'paths/track/safety.yaml': path('Safety', '[pattern-timeout]'),
};

/** Writes the sound curriculum with some files replaced; an empty text leaves the file out. */
export async function folderOf(changes: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'curriculum-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, text] of Object.entries({ ...sound, ...changes })) {
    if (text === '') continue;
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
}

export async function problemsWith(
  changes: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Problem[]> {
  const read = await readCurriculum(await folderOf(changes));
  return 'problems' in read ? read.problems : [];
}

/** A file of the sound curriculum with one passage replaced. */
export function edited(file: string, passage: string, replacement: string): Files {
  const text = sound[file] ?? '';
  if (!text.includes(passage)) throw new Error(`${file} does not contain ${passage}`);
  return { [file]: text.replace(passage, replacement) };
}
