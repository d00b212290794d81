/** The keys of a folder: made at the first start, rotated, and refused with advice when they cannot be trusted. */
import { makeKeyPair, type PublishedKey, publishedKey, type SigningKey, signingKey } from './key.ts';
import { addKeyText, type KeyText, keyNumbers, keyPath, readKeyText, replaceKeyText } from './key-disk.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './key-file.ts';
import { KeysRefused } from './keys-refused.ts';

export interface Keys {
  readonly signing: SigningKey;
  /** All of them, the signing one first. */
  readonly published: readonly PublishedKey[];
}

/** Makes the first key where there is none. Asked at each use, it sees a rotation without a restart. */
export async function openKeys(folder: string): Promise<Keys> {
  const { signing, published } = await advised(folder, () => readFolder(folder));
  return { signing, published };
}

/** A new key signs from now on; the private part of the old one is destroyed, its public part stays. */
export function rotateKeys(folder: string, now: Temporal.Instant): Promise<Keys> {
  return advised(folder, async () => {
    const { signing, newest } = await readFolder(folder);
    await addKey(folder, newest + 1);
    // Only now: a crash before leaves two keys that could sign, never none.
    const { thumbprint, jwk } = signing;
    await replaceKeyText(keyPath(folder, newest), writeKeyFile({ thumbprint, jwk, retired: now.toString() }));
    return openKeys(folder);
  });
}

async function readFolder(folder: string): Promise<Keys & { readonly newest: number }> {
  if ((await keyNumbers(folder)).length === 0) await addKey(folder, 1);
  const numbers = await keyNumbers(folder);
  const texts = await Promise.all(numbers.map(number => readKeyText(keyPath(folder, number))));
  const [newest, ...older] = await Promise.all(texts.map(trusted));
  if (newest?.d === undefined) throw new KeysRefused(65, lostKey(folder));
  const number = numbers[0] ?? 1;
  const signing = await signingKey(newest.jwk, newest.d).catch(() => {
    throw new KeysRefused(65, damaged(keyPath(folder, number)));
  });
  const published = [newest, ...older].map(publicPart);
  return { newest: number, signing, published: await Promise.all(published) };
}

async function addKey(folder: string, number: number): Promise<void> {
  const { jwk, d } = await makeKeyPair();
  const { thumbprint } = await publishedKey(jwk);
  await addKeyText(keyPath(folder, number), writeKeyFile({ thumbprint, jwk, d }));
}

function publicPart({ jwk, retired }: KeyFile): Promise<PublishedKey> {
  return publishedKey(jwk, retired === undefined ? undefined : Temporal.Instant.from(retired));
}

async function trusted({ path, text, mode = 0 }: KeyText): Promise<KeyFile> {
  const file = readKeyFile(text);
  if (!file || (await publishedKey(file.jwk)).thumbprint !== file.thumbprint) throw new KeysRefused(65, damaged(path));
  if (file.d !== undefined && (mode & 0o077) !== 0) throw new KeysRefused(78, readableByOthers(path, mode));
  return file;
}

async function advised<T>(folder: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const advice = 'Give the user that runs Cairn the right to write this folder, or Cairn cannot sign certificates.';
    throw new KeysRefused(73, `The keys in ${folder} cannot be used: ${error.message}. ${advice}`, { cause: error });
  }
}

const damaged = (path: string) =>
  `${path} is damaged: it holds no whole key. Restore it from a backup; certificates signed with it need it.`;

const readableByOthers = (path: string, mode: number) =>
  `${path} holds a private key, and other users of this machine may read it (mode ${mode.toString(8)}, expected 600). ` +
  `Run "chmod 600 ${path}", and "npm run keys:rotate" if somebody may have copied it.`;

const lostKey = (folder: string) =>
  `The newest key in ${folder} is a retired one, so the key that replaced it is gone. Restore the folder from a backup; ` +
  'or move it away and Cairn makes a new key, but certificates signed before can then no longer be verified.';
