/** `npm run check:curriculum`: prints every problem of the data folder, or what it holds. */
import { readData } from './load.ts';
import { describeProblems } from './problem.ts';

const dir = process.argv[2] ?? 'data';
const read = await readData(dir);
if ('problems' in read) {
  process.stdout.write(`${describeProblems(dir, read.problems)}\n`);
  process.exitCode = 1;
} else {
  const { items, paths, certificates, references, milestones, version } = read.curriculum;
  const places = [...paths.values()].flatMap(path => path.stages.flatMap(stage => stage.places));
  const counts = [
    `${items.size} items`,
    `${paths.size} paths`,
    `${places.length} places`,
    `${certificates.size} certificates`,
    `${references.length} reference lists`,
    `${milestones.length} milestones`,
  ];
  process.stdout.write(`Curriculum ${version}: ${counts.join(', ')}\n`);
  const { name, roles, categories, studyGroups, officeHours, mentorPools } = read.community;
  const community = [
    `${roles.length} roles`,
    `${categories.flatMap(({ channels }) => channels).length} channels`,
    `${studyGroups.length} study groups`,
    `${officeHours.length} office hours`,
    `${mentorPools.length} mentor pools`,
  ];
  process.stdout.write(`${name}: ${community.join(', ')}\n`);
}
