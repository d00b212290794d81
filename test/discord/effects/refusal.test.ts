import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { isRefusal, resultOf } from '../../../src/discord/effects/refusal.ts';

const refusedWith = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'PUT', 'http://discord', {});
const coded = (code: string) => Object.assign(new Error('other side closed'), { code });
const forbidden = { kind: 'permission-missing', permission: 'ManageRoles' } as const;

describe('an error of Discord', () => {
  test.each([
    [10007, 404, { kind: 'gone' }],
    [10013, 404, { kind: 'gone' }],
    [30005, 400, { kind: 'blocked', problem: { kind: 'role-limit' } }],
    [30013, 400, { kind: 'blocked', problem: { kind: 'channel-limit' } }],
    [60003, 401, { kind: 'blocked', problem: { kind: 'two-factor' } }],
    [50001, 403, { kind: 'blocked', problem: forbidden }],
    [50013, 403, { kind: 'blocked', problem: forbidden }],
    [50028, 400, { kind: 'blocked', problem: forbidden }],
    [50035, 400, { kind: 'refused', reason: 'Discord refuses it (50035): No' }],
    [200000, 400, { kind: 'refused', reason: 'Discord refuses it (200000): No' }],
    [99999, 404, { kind: 'refused', reason: 'Discord refuses it (99999): No' }],
  ])('%i is understood', (code, status, result) => {
    expect(resultOf(refusedWith(code, status), { forbidden })).toEqual(result);
  });

  test.each([20028, 20029, 40062, 130000])('%i, a write limit, is waited out', code => {
    expect(resultOf(refusedWith(code, 429))).toMatchObject({ kind: 'transient' });
  });

  test('a server that cannot be reached makes the effect wait, not fail', () => {
    expect(resultOf(refusedWith(50001, 403))).toMatchObject({ kind: 'deferred' });
    expect(resultOf(refusedWith(10004, 404))).toMatchObject({ kind: 'deferred' });
  });

  test('a refused token makes it wait for the next one', () => {
    expect(resultOf(refusedWith(0, 401))).toMatchObject({ kind: 'transient' });
  });

  test('a rate limit is waited out as long as Discord says', () => {
    const limit = new RateLimitError({
      timeToReset: 9000,
      limit: 5,
      method: 'PUT',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      global: false,
      retryAfter: 9000,
      sublimitTimeout: 0,
      scope: 'user',
    });
    expect(resultOf(limit)).toEqual({
      kind: 'transient',
      reason: 'rate limit',
      retryAfter: Temporal.Duration.from({ seconds: 9 }),
    });
  });
});

describe('an answer that never came', () => {
  test.each([
    new HTTPError(502, 'Bad Gateway', 'POST', 'http://discord', {}),
    new DOMException('This operation was aborted', 'AbortError'),
    new DOMException('timed out', 'TimeoutError'),
    new SyntaxError('Unexpected end of JSON input'),
    new Error('Expected token to be set for this request, but none was present'),
    coded('UND_ERR_SOCKET'),
    coded('ECONNREFUSED'),
    coded('EAI_AGAIN'),
  ])('%o is a passing fault, and no refusal: it may have taken effect', error => {
    expect(resultOf(error)).toMatchObject({ kind: 'transient' });
    expect(isRefusal(error)).toBe(false);
  });
});

test('a mistake of ours is no answer of Discord', () => {
  const mistake = new TypeError('undefined is not a function');
  expect(() => resultOf(mistake)).toThrow(mistake);
});
