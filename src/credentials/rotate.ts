/** `npm run keys:rotate`: a new key signs certificates from now on, and the old public ones stay published. */
import { rotateKeys } from './key-folder.ts';
import { KeysRefused } from './keys-refused.ts';

const folder = process.argv[2] ?? 'var/keys';
try {
  const { signing, published } = await rotateKeys(folder, Temporal.Now.instant());
  const older = published.length === 2 ? 'One older key stays' : `${published.length - 1} older keys stay`;
  process.stdout.write(
    `Certificates are now signed with the key ${signing.thumbprint}. ${older} published in ${folder}, so that what they ` +
      'signed still verifies. Back up this folder.\n',
  );
} catch (error) {
  if (!(error instanceof KeysRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
