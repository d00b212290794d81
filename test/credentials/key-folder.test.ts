/** Keys on disk: made once, rotated, guarded, and refused with advice. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { issueCredential } from '../../src/credentials/issue.ts';
import { makeKeyPair } from '../../src/credentials/key.ts';
import { addKeyText, keyNumbers } from '../../src/credentials/key-disk.ts';
import { openKeys, rotateKeys } from '../../src/credentials/key-folder.ts';
import { verifyCredential } from '../../src/credentials/verify.ts';
import { facts, later, publicUrl } from './a-certificate.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys');
}

const first = (folder: string) => join(folder, 'key-1.json');
const contents = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const thumbprints = (keys: Awaited<ReturnType<typeof openKeys>>) => keys.published.map(key => key.thumbprint);

test('the first start makes a key that only Cairn may read, and later ones use it', async () => {
  const folder = aFolder();
  const made = await openKeys(folder);
  expect(thumbprints(await openKeys(folder))).toEqual([made.signing.thumbprint]);
  expect(readdirSync(folder)).toEqual(['key-1.json']);
  expect([statSync(first(folder)).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('several processes that start at once agree on one key', async () => {
  const folder = aFolder();
  const all = await Promise.all(Array.from({ length: 8 }, () => openKeys(folder)));
  expect(new Set(all.map(({ signing }) => signing.thumbprint)).size).toBe(1);
  expect(readdirSync(folder)).toEqual(['key-1.json']);
});

test('after a rotation a new key signs, and what the old one signed still verifies', async () => {
  const folder = aFolder();
  const before = await openKeys(folder);
  const jwt = await issueCredential(facts, before.signing, { publicUrl });
  const after = await rotateKeys(folder, later);
  expect(thumbprints(after)).toEqual([after.signing.thumbprint, before.signing.thumbprint]);
  expect(after.signing.thumbprint).not.toBe(before.signing.thumbprint);
  expect(after.published[1]?.retiredAt).toEqual(later);
  expect((await verifyCredential(jwt, { keys: after.published, now: later })).kind).toBe('valid');
});

test('a rotation destroys the old private key', async () => {
  const folder = aFolder();
  await openKeys(folder);
  const { d } = contents(first(folder));
  await rotateKeys(folder, later);
  expect(readdirSync(folder).toSorted()).toEqual(['key-1.json', 'key-2.json']);
  expect(readFileSync(first(folder), 'utf8')).not.toContain(d);
  expect(statSync(join(folder, 'key-2.json')).mode & 0o777).toBe(0o600);
});

test('after eleven rotations the newest still signs', async () => {
  const folder = aFolder();
  for (let time = 0; time < 11; time++) await rotateKeys(folder, later);
  const { signing, published } = await openKeys(folder);
  expect(published.length).toBe(12);
  expect(contents(join(folder, 'key-12.json')).thumbprint).toBe(signing.thumbprint);
});

test('two rotations at once lose no key', async () => {
  const folder = aFolder();
  const { signing } = await openKeys(folder);
  const rotated = await Promise.all([rotateKeys(folder, later), rotateKeys(folder, later)]);
  const { published } = await openKeys(folder);
  const all = [signing, ...rotated.map(keys => keys.signing)].map(key => key.thumbprint);
  expect(new Set(published.map(key => key.thumbprint))).toEqual(new Set(all));
  expect(published.map(key => key.retiredAt)).toEqual([undefined, ...published.slice(1).map(() => later)]);
});

test('a key that another process put in its place first stays', async () => {
  const folder = aFolder();
  await keyNumbers(folder);
  await addKeyText(first(folder), 'theirs');
  await addKeyText(first(folder), 'ours');
  expect(readFileSync(first(folder), 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['key-1.json']);
});

test('a rotation that was cut off before the old key was retired leaves keys that work', async () => {
  const folder = aFolder();
  const { signing } = await openKeys(folder);
  const whole = readFileSync(first(folder), 'utf8');
  await rotateKeys(folder, later);
  writeFileSync(first(folder), whole, { mode: 0o600 });
  const keys = await openKeys(folder);
  expect(thumbprints(keys)).toEqual([keys.signing.thumbprint, signing.thumbprint]);
});

test('what others keep in the folder is no key', async () => {
  const folder = aFolder();
  await openKeys(folder);
  for (const name of ['key-2.json.new-1', 'key-02.json', 'README', 'key-.json']) writeFileSync(join(folder, name), 'x');
  expect((await openKeys(folder)).published.length).toBe(1);
});

describe('keys are refused with advice', () => {
  test.each<[string, (path: string) => void, number, RegExp]>([
    ['a file that is cut off', path => writeFileSync(path, readFileSync(path).subarray(0, 90)), 65, /damaged.*backup/],
    ['an empty file', path => writeFileSync(path, ''), 65, /damaged.*backup/],
    ['a changed public key', path => edit(path, ({ jwk }) => ({ jwk: { ...jwk, x: jwk.y, y: jwk.x } })), 65, /damaged/],
    ['a changed name', path => edit(path, ({ thumbprint }) => ({ thumbprint: turned(thumbprint) })), 65, /damaged/],
    ['a date that is none', path => edit(path, () => ({ d: undefined, retired: 'lately' })), 65, /damaged/],
    [
      'rights for everybody',
      path => chmodSync(path, 0o644),
      78,
      /mode 644, expected 600\). Run "chmod 600 .*keys:rotate/,
    ],
    [
      'a retired key only',
      path => edit(path, () => ({ d: undefined, retired: later.toString() })),
      65,
      /Restore the folder/,
    ],
  ])('for %s', async (_, spoil, exitCode, message) => {
    const folder = aFolder();
    await openKeys(folder);
    spoil(first(folder));
    const refusal = expect.objectContaining({ name: 'KeysRefused', exitCode, message: expect.stringMatching(message) });
    await expect(openKeys(folder)).rejects.toEqual(refusal);
    await expect(rotateKeys(folder, later)).rejects.toEqual(refusal);
  });

  test('for the private part of another key', async () => {
    const folder = aFolder();
    await openKeys(folder);
    const { d } = await makeKeyPair();
    edit(first(folder), () => ({ d }));
    await expect(openKeys(folder)).rejects.toThrow('damaged');
  });

  test('for a file where the folder should be', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    await expect(openKeys(folder)).rejects.toMatchObject({
      exitCode: 73,
      message: expect.stringContaining('cannot be used'),
    });
  });

  function edit(path: string, change: (file: ReturnType<typeof contents>) => object) {
    writeFileSync(path, JSON.stringify({ ...contents(path), ...change(contents(path)) }));
  }
  const turned = (text: string) => [...text].reverse().join('');
});
