import { describe, expect, test } from 'vitest';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import type { CertificateView } from '../../src/domain/issuing.ts';
import { aboutCertificateMessage, announceMessage, certificatesMessage } from '../../src/views/certificates.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';
import { anIssued, aPublished } from './a-certificate.ts';

const certificate = { id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a', 'b', 'c', 'd'] };
const earned: CertificateView = {
  certificate,
  earned: { certificateId: 'c', at: at('2026-05-01'), curriculumVersion: '1', items: 4 },
  itemsLeft: [],
  unshown: [],
  lacksPath: false,
};

describe("a member's certificates", () => {
  test('an earned one asks for a name first', () => {
    expect(textOf(certificatesMessage([earned], 'en'))).toContain('Earned <t:1777626000:D> · 4 items');
    expect(buttonsOf(certificatesMessage([earned], 'en'))).toEqual({ 'certificate/claim/c': 'Get it' });
  });

  test('an issued one can be shown, and announced once', () => {
    const issued = { ...earned, issued: anIssued() };
    expect(textOf(certificatesMessage([issued], 'en'))).toContain('No. K7QM-2XTD · issued to **Ada \\*Lovelace\\***');
    expect(buttonsOf(certificatesMessage([issued], 'en'))).toEqual({
      'certificate/open/c': 'Show it',
      'certificate/announce/c': 'Announce it',
    });
    const asked = certificatesMessage([{ ...issued, announcement: 'pending' }], 'en');
    expect(buttonsOf(asked)).toEqual({ 'certificate/open/c': 'Show it' });
  });

  test('a revoked one says so with the reason, and nothing can be done with it', () => {
    const revoked = { at: at('2026-06-01'), why: 'work-not-own' } as const;
    const view: CertificateView = {
      ...earned,
      ...(earned.earned && { earned: { ...earned.earned, revoked: true } }),
      issued: anIssued({ revoked }),
      role: 'delivered',
    };
    const message = certificatesMessage([view], 'en');
    expect(textOf(message)).toContain('⛔ **Revoked** on <t:1780304400:D>. Work shown for it was not');
    expect(textOf(message)).not.toContain('role');
    expect(buttonsOf(message)).toEqual({});
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
    const view = { certificate, itemsLeft: ['d'], unshown: [], lacksPath: true };
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

  test('comes after the name, and never of one that was revoked', () => {
    expect(buttonsOf(announceMessage({ kind: 'not-issued', certificate }))).toMatchObject({
      'certificate/claim/c': 'Get it',
    });
    expect(textOf(announceMessage({ kind: 'revoked', certificate }))).toContain('revoked');
  });

  test('is refused to whoever has not earned it', () => {
    expect(textOf(announceMessage({ kind: 'not-earned' }))).toContain('You do not have this certificate');
  });

  test('anyone may ask what a certificate stands for', () => {
    expect(textOf(aboutCertificateMessage(certificate, undefined, 'en'))).toContain('completed its 4 items');
    expect(textOf(aboutCertificateMessage(undefined, undefined, 'en'))).toContain('no longer offered');
    const revoked = { at: at('2026-06-01'), why: 'other' } as const;
    expect(textOf(aboutCertificateMessage(certificate, aPublished({}, { revoked }), 'en'))).toContain('⛔ **Revoked**');
  });
});
