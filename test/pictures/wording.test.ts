/** The words of a certificate, as those hear them who can't see the picture. */
import { expect, test } from 'vitest';
import { altText } from '../../src/pictures/wording.ts';
import { aCertificate } from './a-certificate.ts';

test('the alt text says everything that the picture says', () => {
  expect(altText({ ...aCertificate, url: 'https://cairn.example.org/c/x' })).toBe(
    'Certificate of Distributed Systems Community: Ada Lovelace has earned Distributed Systems Architect. ' +
      'Path: Architect Path. Issued on 3 March 2026 for 34 items, 6 with work shown. Certificate number K7QM-2XTD. ' +
      'Verify it at https://cairn.example.org/c/x',
  );
});

test('a path called like its certificate is not named twice, and without a page the credential is what proves it', () => {
  expect(altText({ ...aCertificate, path: aCertificate.title })).toBe(
    'Certificate of Distributed Systems Community: Ada Lovelace has earned Distributed Systems Architect. ' +
      'Issued on 3 March 2026 for 34 items, 6 with work shown. Certificate number K7QM-2XTD. ' +
      'Verify it offline with the signed credential.',
  );
});

test('the alt text is as long as Discord takes it, and no longer', () => {
  const long = altText({ ...aCertificate, name: '🚀'.repeat(80), title: 'Systems '.repeat(200) });
  expect(long).toHaveLength(1024);
  expect(long).toMatch(/ Systems.*…$/);
});
