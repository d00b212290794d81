import { expect, test } from 'vitest';
import { announcementMessage, announcementTag } from '../../src/views/announcement.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const certificate = { id: 'leader', title: 'Distributed Systems Leader', pathId: 'level-leader', itemIds: ['a'] };
const earned = { certificateId: 'leader', at: at('2026-03-02'), curriculumVersion: '1+test', items: 12 };
const message = announcementMessage(certificate, earned, '20', 'en');

test('an announcement names the member, the certificate, how many items it took, and when', () => {
  expect(textOf(message)).toBe(
    ['## 🎓 Distributed Systems Leader', '<@20> has earned this certificate.', '12 items · <t:1772442000:D>'].join(
      '\n',
    ),
  );
});

test('it pings its member and nobody else', () => {
  expect(message.pings).toEqual(['20']);
});

test('its button explains the certificate, and belongs to this member and certificate alone', () => {
  expect(buttonsOf(message)).toEqual({ 'certificate/about/leader/20': 'What is this?' });
  expect(announcementTag('leader', '21')).not.toBe(announcementTag('leader', '20'));
});

test('a title that looks like Markdown or a mention stays a title', () => {
  const odd = announcementMessage({ ...certificate, title: '# <@99> [x](https://y)' }, earned, '20', 'en');
  expect(textOf(odd)).toContain('## 🎓 \\# \\<@99> \\[x\\](https\\://y)\n');
  expect(odd.pings).toEqual(['20']);
});

test('the longest ids fit a button', () => {
  const id = 'c'.repeat(50);
  expect(
    sizeOf(announcementMessage({ ...certificate, id }, earned, '9'.repeat(20), 'en')).longestId,
  ).toBeLessThanOrEqual(100);
});
