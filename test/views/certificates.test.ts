import { describe, expect, test } from 'vitest';
import type { CertificateView } from '../../src/domain/announcing.ts';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import { aboutCertificateMessage, announceMessage, certificatesMessage } from '../../src/views/certificates.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';

const certificate = { id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a', 'b', 'c', 'd'] };
const earned: CertificateView = {
  certificate,
  earned: { certificateId: 'c', at: at('2026-05-01'), curriculumVersion: '1', items: 4 },
  itemsLeft: [],
  lacksPath: false,
};

describe("a member's certificates", () => {
  test('an earned one can be announced, once', () => {
    expect(textOf(certificatesMessage([earned], 'en'))).toContain('Earned <t:1777626000:D> · 4 items');
    expect(buttonsOf(certificatesMessage([earned], 'en'))).toEqual({ 'certificate/announce/c': 'Announce it' });
    expect(buttonsOf(certificatesMessage([{ ...earned, announcement: 'pending' }], 'en'))).toEqual({});
  });

  test.each<[DeliveryState, RegExp | undefined]>([
    ['delivered', /You have its role/],
    ['pending', /on the way/],
    ['blocked', /waiting for the organisers/],
    ['failed', /waiting for the organisers/],
    ['expired', /waiting for the organisers/],
    ['dropped', undefined],
  ])('a role that is %s is told without a technical word', (role, words) => {
    const text = textOf(certificatesMessage([{ ...earned, role }], 'en'));
    if (words) expect(text).toMatch(words);
    expect(text).not.toMatch(/permission|hierarchy|error|API/i);
  });

  test('one within reach says how near it is, and whether a path is missing besides', () => {
    const view = { certificate, itemsLeft: ['d'], lacksPath: true };
    const text = textOf(certificatesMessage([view], 'en'));
    expect(text).toContain('▰▰▰▰▰▰▰▱▱▱ 75% · 1 item left');
    expect(text).toContain('a completed role or level path');
  });

  test('none yet says what leads to one', () => {
    expect(buttonsOf(certificatesMessage([], 'en'))).toEqual({ 'path/pick': 'Choose a path' });
  });
});

describe('announcing', () => {
  test.each(['announcing', 'already-asked', 'announced', 'not-possible'] as const)('%s names the certificate', kind =>
    expect(textOf(announceMessage({ kind, certificate }))).toContain('🎓 **Foundation**'),
  );

  test('is refused to whoever has not earned it', () => {
    expect(textOf(announceMessage({ kind: 'not-earned' }))).toContain('You do not have this certificate');
  });

  test('anyone may ask what a certificate stands for', () => {
    expect(textOf(aboutCertificateMessage(certificate, 'en'))).toContain('completed its 4 items');
    expect(textOf(aboutCertificateMessage(undefined, 'en'))).toContain('no longer offered');
  });
});
