import { expect, test } from 'vitest';
import { announcementMessage } from '../../src/views/announcement.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';
import { anOwnCertificate } from './a-certificate.ts';

const message = announcementMessage(anOwnCertificate());

test('an announcement names the member and the certificate, what stands behind it, and when it was earned', () => {
  expect(textOf(message)).toBe(
    [
      '## 🎓 Distributed Systems Leader',
      '<@20> has earned this certificate.',
      '2 items, 1 with work shown · <t:1772442000:D>',
    ].join('\n'),
  );
});

test('it pings its member and nobody else', () => {
  expect(message.pings).toEqual(['20']);
});

test('its picture comes as a file, described for who cannot see it', () => {
  expect(message.files).toEqual([{ name: 'leader-K7QM-2XTD.png', bytes: new Uint8Array([1]), alt: 'A certificate' }]);
  expect(JSON.stringify(message.components)).toContain(
    '"url":"attachment://leader-K7QM-2XTD.png"},"description":"A certificate"',
  );
});

test('its buttons explain the certificate, of this member alone, and lead to its page if there is one', () => {
  expect(buttonsOf(message)).toEqual({ 'certificate/about/leader/20': 'What is this?' });
  const page = 'https://cairn.example.org/c/1';
  const linked = announcementMessage(anOwnCertificate({ page }));
  expect(JSON.stringify(linked.components)).toContain(`"label":"Its page","url":"${page}"`);
});

test('a title that looks like Markdown or a mention stays a title', () => {
  const odd = announcementMessage(anOwnCertificate({ title: '# <@99> [x](https://y)' }));
  expect(textOf(odd)).toContain('## 🎓 \\# \\<@99> \\[x\\](https\\://y)\n');
  expect(odd.pings).toEqual(['20']);
});

test('the longest ids fit a button', () => {
  const member = { guildId: '10', userId: '9'.repeat(20) };
  const longest = announcementMessage(anOwnCertificate({}, { certificateId: 'c'.repeat(50), member }));
  // What tells it from every other adds eleven.
  expect(sizeOf(longest).longestId).toBeLessThanOrEqual(89);
});
