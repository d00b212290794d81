/** Who a certificate is for, as Open Badges hides and finds it. */
import { expect, test } from 'vitest';
import { hashedIdentity, isAbout, namedUuid, newSalt, printedName, subjectId } from '../../src/credentials/identity.ts';

test('an identity is hashed as in the standard’s own example', () => {
  // Open Badges 3.0, IdentityHash: "a@example.com" salted with "Kosher".
  expect(hashedIdentity('a@example.com', 'Kosher').identityHash).toBe(
    'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
  );
});

test('whoever knows the Discord id can tell that a certificate is about it, and no other', () => {
  const identities = [printedName('Ada'), hashedIdentity('175928847299117063', 'salt')];
  expect(isAbout(identities, '175928847299117063')).toBe(true);
  expect(isAbout(identities, '175928847299117064')).toBe(false);
  expect(isAbout([printedName('175928847299117063')], '175928847299117063')).toBe(false);
});

test('two certificates of a member have no identity in common', () => {
  const [one, two] = [newSalt(), newSalt()];
  expect(one).toMatch(/^[\w-]{22}$/);
  expect(subjectId('1', one)).not.toBe(subjectId('1', two));
});

test('a subject is a UUID of the eighth version', () => {
  expect(subjectId('1', 'salt')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('a name made of words does not run them together', () => {
  expect(namedUuid('ab', 'c')).not.toBe(namedUuid('a', 'bc'));
  expect(namedUuid('ab', 'c')).toBe(namedUuid('ab', 'c'));
});
