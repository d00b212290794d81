/** package.json and package-lock.json install the same on every platform, with every npm, and run no foreign script. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);

/** Where npm looks for `name` from within `from`: beside it, then in each folder above. */
function lockedFor(packages: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined {
  for (let place = from; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = [place, 'node_modules', name].filter(Boolean).join('/');
    if (packages[path]) return path;
    if (place === '') return undefined;
  }
}

const unlockedOptionals = (packages: Readonly<Record<string, Locked>>) =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !lockedFor(packages, path, name))
      .map(name => `${path} wants ${name}`),
  );

test('each optional package of each package is locked, for every platform', () => {
  expect(unlockedOptionals(lock.packages)).toEqual([]);
});

test('there are optional packages to lock, and one that is missing is noticed', () => {
  const native = Object.keys(lock.packages).filter(path => /node_modules\/@biomejs\/cli-/.test(path));
  expect(native.length).toBeGreaterThan(5);
  for (const path of native) {
    const { [path]: _, ...rest } = lock.packages;
    expect(unlockedOptionals(rest)).toEqual([`node_modules/@biomejs/biome wants ${path.replace('node_modules/', '')}`]);
  }
});

test('the lock names no address to download from, and a checksum for each package', () => {
  const { '': _, ...installed } = lock.packages;
  expect(Object.entries(installed).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(Object.entries(installed).filter(([, { integrity }]) => !integrity)).toEqual([]);
});

test('every version is exact, and the one that is locked', () => {
  for (const [name, version] of Object.entries<string>({ ...own.dependencies, ...own.devDependencies })) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(`${name} ${lock.packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`);
  }
  expect(lock.packages['']).toMatchObject({ dependencies: own.dependencies, devDependencies: own.devDependencies });
});

test('node is the only package that may run a script when it is installed', () => {
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ''));
  // Without a word about them, npm 12 lists the others as waiting for a decision.
  expect(own.allowScripts).toEqual({
    node: true,
    'better-sqlite3': false,
    ...Object.fromEntries(names.map(name => [name, name === 'node'])),
  });
});
