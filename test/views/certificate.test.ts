import { describe, expect, test } from 'vitest';
import { openMessage, ownMessage, signedFileMessage } from '../../src/views/certificate.ts';
import { revokedMessage, revokeMessage } from '../../src/views/revocation.ts';
import { shareMessage } from '../../src/views/sharing.ts';
import { verificationMessage } from '../../src/views/verification.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';
import { anIssued, anOwnCertificate, aPublished } from './a-certificate.ts';

const page = 'https://cairn.example.org/c/99ef4177-4d00-4000-8000-000000000000';
const online = { publicUrl: 'https://cairn.example.org', page };
const revoked = { at: at('2026-06-01'), why: 'issued-in-error' } as const;

describe('a member’s own certificate', () => {
  test('says what it says, and offers all that can be done with it', () => {
    const message = ownMessage(anOwnCertificate(online));
    expect(textOf(message)).toContain(
      '\n**Ada \\*Lovelace\\***\n<t:1772442000:D>\n2 items, 1 with work shown\nNo. K7QM-2XTD',
    );
    expect(Object.values(buttonsOf(message))).toEqual([
      'Announce it',
      'Correct the name',
      'Share it here',
      'Signed file',
      'All certificates',
    ]);
    expect(JSON.stringify(message.components)).toContain(`"label":"Its page","url":"${page}"`);
    expect(JSON.stringify(message.components)).toContain('issueYear=2026&issueMonth=3');
    expect(message.files?.map(({ name }) => name)).toEqual(['leader-K7QM-2XTD.png']);
  });

  test('without an address says "offline", and offers neither page nor sharing', () => {
    const message = ownMessage(anOwnCertificate());
    expect(textOf(message)).toContain('**Offline.**');
    expect(Object.values(buttonsOf(message))).not.toContain('Share it here');
    expect(JSON.stringify(message.components)).not.toContain('"url":"https');
  });

  test('while many are being drawn can be shown again, and its name stands there all the same', () => {
    const message = ownMessage({ ...anOwnCertificate(), picture: { kind: 'busy' } });
    expect(message.files).toBeUndefined();
    expect(buttonsOf(message)['certificate/open/leader']).toBe('Show it');
    expect(textOf(message)).toContain('Ada');
  });

  test('fits a message with the longest of everything, and leaves out a link that would not fit a button', () => {
    const long = { ...online, title: 'ש'.repeat(100), communityName: 'ש'.repeat(100) };
    const message = ownMessage(anOwnCertificate(long, { name: 'م'.repeat(80), certificateId: 'c'.repeat(50) }));
    expect(sizeOf(message)).toMatchObject({ repeatedIds: [] });
    expect(sizeOf(message).longestId).toBeLessThanOrEqual(100);
    expect(JSON.stringify(message.components)).not.toContain('linkedin');
  });

  test('comes as a signed file too', () => {
    const message = signedFileMessage({ kind: 'signed', published: aPublished(), jwt: 'a.b.c' });
    expect(message.files).toEqual([{ name: 'leader-K7QM-2XTD.jwt', bytes: new TextEncoder().encode('a.b.c') }]);
    expect(JSON.stringify(message.components)).toContain('attachment://leader-K7QM-2XTD.jwt');
  });

  test('that was revoked comes without picture and file', () => {
    const published = aPublished({}, { revoked });
    for (const message of [openMessage({ kind: 'revoked', published }), revokedMessage(published)]) {
      expect(textOf(message)).toContain('⛔ **Revoked** on <t:1780304400:D>. It was issued in error.');
      expect(message.files).toBeUndefined();
    }
  });
});

describe('shared', () => {
  test('everybody sees it, and nobody is pinged', () => {
    const message = shareMessage({ kind: 'shared', own: anOwnCertificate(online) }, '20');
    expect(message).toMatchObject({ isPublic: true, files: [{ alt: 'A certificate' }] });
    expect(message.pings).toBeUndefined();
  });

  test.each([
    [{ kind: 'offline', published: aPublished() }, /Sharing is off here.*post the picture yourself/s],
    [{ kind: 'which', issued: [anIssued(), anIssued({ certificateId: 'other' })] }, /Which certificate/],
    [{ kind: 'which', issued: [] }, /nothing to share yet/],
    [{ kind: 'busy', published: aPublished() }, /few seconds/],
    [{ kind: 'revoked', published: aPublished({}, { revoked }) }, /Revoked/],
    [{ kind: 'not-earned' }, /do not have/],
  ] as const)('%j is for the member alone', (outcome, words) => {
    const message = shareMessage(outcome, '20');
    expect(textOf(message)).toMatch(words);
    expect(message.isPublic).toBeUndefined();
  });
});

describe('verified', () => {
  test('in force: what it says and what it does not, without the member’s Discord account', () => {
    const message = verificationMessage({ kind: 'found', ...anOwnCertificate(online) });
    expect(textOf(message)).toContain('### ✅ Genuine and in force');
    expect(textOf(message)).toContain('compare the name');
    expect(JSON.stringify(message.components)).not.toContain('<@');
  });

  test('revoked: unmistakably, with the reason', () => {
    const text = textOf(verificationMessage({ kind: 'found', published: aPublished({}, { revoked }) }));
    expect(text).toContain('### ⛔ Genuine, but revoked');
    expect(text).toContain('It was issued in error.');
  });

  test.each([
    [{ kind: 'unknown', asked: 'K7QM-2XTD' }, /No such certificate/],
    [{ kind: 'unreadable', asked: '@everyone' }, /no certificate’s number/],
    [{ kind: 'not-on-record' }, /not on record/],
    [{ kind: 'not-genuine', why: 'unknown-key' }, /not signed by this community/],
    [{ kind: 'not-genuine', why: 'wrong-signature' }, /changed after it was signed/],
    [{ kind: 'not-genuine', why: 'retired-key' }, /no longer in use/],
    [{ kind: 'not-genuine', why: 'malformed', problem: 'It is cut off.' }, /It is cut off/],
  ] as const)('%j has its words', (outcome, words) => {
    expect(textOf(verificationMessage(outcome))).toMatch(words);
    expect(textOf(verificationMessage(outcome))).not.toContain('@everyone');
  });
});

describe('revoking', () => {
  const published = aPublished();

  test('shows an organiser whose it is and what everybody will read, before it is done', () => {
    const message = revokeMessage({ kind: 'to-confirm', published }, 'work-not-own');
    // At the end of its line: written from right to left, it would turn what follows around.
    expect(textOf(message)).toContain('<@20> · <t:1772442000:D> · **Ada \\*Lovelace\\***\n');
    expect(textOf(message)).toContain('Work shown for it was not the learner’s own.');
    expect(buttonsOf(message)).toEqual({ [`admin/revoke/${published.issued.id}/work-not-own`]: 'Revoke it' });
    expect(sizeOf(message).longestId).toBeLessThanOrEqual(100);
  });

  test.each([
    [{ kind: 'revoked', published: aPublished({}, { revoked }) }, /### ⛔ Revoked.*issued in error/s],
    [{ kind: 'already-revoked', published: aPublished({}, { revoked }) }, /Revoked already/],
    [{ kind: 'unknown', asked: 'x' }, /No such certificate here/],
  ] as const)('%j has its words', (outcome, words) => {
    expect(textOf(revokeMessage(outcome))).toMatch(words);
  });
});
