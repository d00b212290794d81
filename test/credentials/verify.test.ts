/** What a certificate is worth: every outcome, and every way to forge one. */
import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { SigningKey } from '../../src/credentials/key.ts';
import { statusListCredential } from '../../src/credentials/status-list.ts';
import { type VerifyOptions, verifyCredential } from '../../src/credentials/verify.ts';
import { at } from '../support/builders.ts';
import {
  aKey,
  anIssued,
  anOfflineOne,
  encoded,
  exchanged,
  facts,
  later,
  partOf,
  publicUrl,
  retired,
} from './a-certificate.ts';

async function outcomeOf(jwt: string, keys: VerifyOptions['keys'], more: Partial<VerifyOptions> = {}) {
  const outcome = await verifyCredential(jwt, { keys, now: later, ...more });
  return outcome.kind === 'valid' ? `valid, ${outcome.status}` : outcome.kind;
}

const listWith = (revoked: readonly number[], key: SigningKey, list = 1) =>
  statusListCredential({ list, revoked, at: later }, key, publicUrl);

/** Signed by our own key, whatever it says. */
const signed = (payload: object, { secret, thumbprint }: SigningKey, header = {}) =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg: 'ES256', kid: thumbprint, ...header }).sign(secret);

describe('a certificate is', () => {
  test('valid, and tells what it says', async () => {
    const { key, jwt } = await anIssued();
    const outcome = await verifyCredential(`${jwt}\n`, { keys: [key], now: later });
    expect(outcome).toEqual({ kind: 'valid', credential: partOf(jwt, 1), status: 'not-checked' });
  });

  test('valid without a status list where it has none', async () => {
    const { key, jwt } = await anOfflineOne();
    expect(await outcomeOf(jwt, [key])).toBe('valid, none');
  });

  test('in force, or revoked, as the status list says', async () => {
    const { key, jwt } = await anIssued();
    const neighbours = [facts.statusIndex - 1, facts.statusIndex + 1, facts.statusIndex - 131_072];
    expect(await outcomeOf(jwt, [key], { statusList: await listWith(neighbours, key) })).toBe('valid, in-force');
    expect(await outcomeOf(jwt, [key], { statusList: await listWith([facts.statusIndex], key) })).toBe('revoked');
  });

  test('valid still when its key was rotated away, with a status list of the new key', async () => {
    const [{ key, jwt }, newer] = [await anIssued(), await aKey()];
    const keys = [newer, retired(key, '2026-05-20')];
    expect(await outcomeOf(jwt, keys, { statusList: await listWith([], newer) })).toBe('valid, in-force');
  });

  test('refused when its key had been retired when it was signed', async () => {
    const { key, jwt } = await anIssued();
    expect(await outcomeOf(jwt, [retired(key, '2026-04-30')])).toBe('signed-after-retirement');
  });

  test('not valid before its date, to the second', async () => {
    const { key, jwt } = await anIssued();
    expect(await outcomeOf(jwt, [key], { now: at('2026-05-01T08:59:59.999Z') })).toBe('not-yet-valid');
    expect(await outcomeOf(jwt, [key], { now: at('2026-05-01T09:00:00Z') })).toBe('valid, not-checked');
  });

  test('expired where it says so', async () => {
    const { key, jwt } = await anOfflineOne();
    const limited = await signed({ ...partOf(jwt, 1), validUntil: '2026-05-31T00:00:00Z' }, key);
    expect(await outcomeOf(limited, [key])).toBe('expired');
  });

  test('of an unknown key when it is not one of ours, however it names itself', async () => {
    const { key, jwt } = await anIssued();
    expect(await verifyCredential(jwt, { keys: [await aKey()], now: later })).toEqual({
      kind: 'unknown-key',
      thumbprint: key.thumbprint,
    });
  });
});

describe('a status list is not believed', () => {
  test.each([
    ['signed by another key', async () => listWith([], await aKey())],
    ['that is another one', async (key: SigningKey) => listWith([], key, 0)],
    ['that is a certificate', async (key: SigningKey) => signed(partOf((await anIssued()).jwt, 1), key)],
    ['that is too short', async (key: SigningKey) => shortList(key)],
    ['that is no list at all', async () => 'nothing'],
  ])('%s', async (_, listBy) => {
    const { key, jwt } = await anIssued();
    expect(await outcomeOf(jwt, [key], { statusList: await listBy(key) })).toBe('status-unreadable');
  });

  async function shortList(key: SigningKey) {
    const whole = partOf(await listWith([], key), 1);
    const credentialSubject = { ...whole.credentialSubject, encodedList: 'uH4sIAAAAAAAAA2MAAI3vAtIBAAAA' };
    return signed({ ...whole, credentialSubject }, key);
  }
});

describe('a forgery', () => {
  test('is found wherever one bit is changed', async () => {
    const { key, jwt } = await anOfflineOne({ evidence: [] });
    const found = new Set<string>();
    for (let place = 0; place < jwt.length; place++) {
      for (const bit of [1, 2, 4, 8, 16, 32]) {
        const letter = String.fromCharCode(jwt.charCodeAt(place) ^ bit);
        const changed = `${jwt.slice(0, place)}${letter}${jwt.slice(place + 1)}`;
        if (changed.trim() !== jwt) found.add(await outcomeOf(changed, [key]));
      }
    }
    expect([...found].sort()).toEqual(['malformed', 'unknown-key', 'wrong-signature']);
  });

  test.each([
    ['a better name', (jwt: string) => exchanged(jwt, 1, { name: 'Doctor' }), 'wrong-signature'],
    ['no algorithm', (jwt: string) => exchanged(jwt, 0, { alg: 'none' }), 'malformed'],
    ['no algorithm and no signature', (jwt: string) => unsigned(jwt), 'malformed'],
    ['another kind of text', (jwt: string) => exchanged(jwt, 0, { typ: 'vp+jwt' }), 'malformed'],
    ['rules of its own', (jwt: string) => exchanged(jwt, 0, { crit: ['exp'] }), 'malformed'],
    ['no key named', (jwt: string) => exchanged(jwt, 0, { kid: undefined, jwk: undefined }), 'malformed'],
    ['a part too few', (jwt: string) => jwt.split('.').slice(0, 2).join('.'), 'malformed'],
    ['a part too many', (jwt: string) => `${jwt}.x`, 'malformed'],
    ['no JSON inside', () => 'YQ.YQ.YQ', 'malformed'],
    ['nothing', () => '', 'malformed'],
  ])('with %s is refused', async (_, forge, kind) => {
    const { key, jwt } = await anIssued();
    expect(await outcomeOf(forge(jwt), [key])).toBe(kind);
  });

  test('of a million letters is not even looked into', async () => {
    const { key, jwt } = await anIssued();
    const [header, , signature] = jwt.split('.');
    expect(
      await verifyCredential(`${header}.${'aaaa'.repeat(250_000)}.${signature}`, { keys: [key], now: later }),
    ).toEqual({
      kind: 'malformed',
      problem: 'It is longer than any certificate.',
    });
  });

  const unsigned = (jwt: string) => `${encoded({ alg: 'none' })}.${jwt.split('.')[1]}.`;

  test('signed by a key of its own gains nothing from naming ours, nor from bringing that key along', async () => {
    const [{ key, jwt }, forger] = [await anIssued(), await aKey()];
    const payload = partOf(jwt, 1);
    const kid = partOf(jwt, 0).kid;
    expect(await outcomeOf(await signed(payload, forger, { kid, jwk: forger.jwk }), [key])).toBe('wrong-signature');
    expect(await outcomeOf(await signed(payload, forger, { kid: undefined, jwk: forger.jwk }), [key])).toBe(
      'unknown-key',
    );
  });

  test('that takes our public key for a shared secret is refused', async () => {
    const { key, jwt } = await anIssued();
    const body = `${encoded({ alg: 'HS256', kid: key.thumbprint })}.${jwt.split('.')[1]}`;
    const mac = createHmac('sha256', JSON.stringify(key.jwk)).update(body).digest('base64url');
    expect(await outcomeOf(`${body}.${mac}`, [key])).toBe('malformed');
  });

  test('made of a status list we signed is no certificate', async () => {
    const key = await aKey();
    expect(await outcomeOf(await listWith([], key), [key])).toBe('malformed');
  });

  test.each(['iss', 'sub', 'jti', 'nbf'])(
    'whose "%s" contradicts the rest is refused, even signed by us',
    async claim => {
      const { key, jwt } = await anIssued();
      expect(
        await verifyCredential(await signed({ ...partOf(jwt, 1), [claim]: 1 }, key), { keys: [key], now: later }),
      ).toEqual({
        kind: 'malformed',
        problem: `It contradicts itself: "${claim}" says something else.`,
      });
    },
  );
});
