/** A small sound curriculum and community in a folder of their own, for tests that break it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Problem, readData } from '../../src/curriculum/load.ts';

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

const community = `name: Small Community
roles:
  learner: { name: Learner, emoji: 🌱, colour: "#0fa626", paths: [level-one] }
  keeper: { name: Keeper, certificates: [keeper] }
  pinged: { name: Pinged, mentionable: true }
categories:
  first:
    name: First
    channels:
      talk: { name: talk, topic: A topic, sees: [learner], writes: [learner] }
      hall: { name: Great Hall, kind: voice }
  second:
    name: Second
    channels:
      organisers: { name: organisers, sees: nobody }
study_groups:
  group: { title: Group, paths: [level-one], channel: talk, voice: hall, role: pinged, meets: [{ days: [Monday], at: "19:00", minutes: 60 }] }
office_hours:
  weekly: { title: Weekly, channel: talk, meets: [{ days: [Friday], at: "18:00", minutes: 60, zone: Europe/Berlin }] }
mentor_pools:
  pool: { title: Pool, paths: [level-one], aim: 3 }
`;

export const sound: Files = {
  'curriculum.yaml':
    'title: Small\nedition: 3\nhandbook: https://example.org/book/\nsources: [overview, detailed, path-items]\nkinds:\n  law: { file: laws.yaml, prefix: law- }\n  pattern: { file: patterns.yaml, prefix: pattern- }\n',
  'pages.yaml': 'pages: |\n  laws/one/  Law One\n  laws/two/  Law Two\n',
  'prerequisites.yaml': 'patience:\n  text: Patience\n',
  'milestones.yaml': 'first-stone:\n  kind: milestone\n  title: First Stone\n',
  'references.yaml': 'starts:\n  title: Starts\n  entries:\n    - { label: One, item: law-1 }\n',
  'certificates.yaml':
    'beginner:\n  title: Beginner\n  path: level-one\n  items: [law-1, law-2]\n\nkeeper:\n  title: Keeper\n  path: safety\n  items: [pattern-timeout]\n  completed: { kinds: [level] }\n',
  'community.yaml': community,
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
  const read = await readData(await folderOf(changes));
  return 'problems' in read ? read.problems : [];
}

/** A file of the sound curriculum with one passage replaced. */
export function edited(file: string, passage: string, replacement: string): Files {
  const text = sound[file] ?? '';
  if (!text.includes(passage)) throw new Error(`${file} does not contain ${passage}`);
  return { [file]: text.replace(passage, replacement) };
}
