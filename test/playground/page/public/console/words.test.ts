/** Behind the scenes in plain words: what a line means, how it went, and which lines are asked for. */
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../../../playground/page/public/console/', import.meta.url);
const { meaningOf, verdictOf } = (await import(new URL('words.js', folder).href)) as {
  meaningOf(line: object): string;
  verdictOf(line: object): { tone: string; text: string };
};
const { matches } = (await import(new URL('filter.js', folder).href)) as {
  matches(line: object, filter: object): boolean;
};
const { distanceInWords } = (await import(new URL('distance.js', folder).href)) as {
  distanceInWords(millis: number): string | undefined;
};

const grant = {
  direction: 'from-bot',
  name: 'PUT /guilds/:guild/members/:member/roles/:role',
  path: '/guilds/1/members/2/roles/3',
  status: 403,
  code: 50013,
  reason: 'Earned a certificate',
  problems: [],
};
const pressed = {
  direction: 'to-bot',
  name: 'INTERACTION_CREATE',
  sent: { type: 3, member: { user: { username: 'ada', global_name: 'Ada' } } },
  problems: [],
};

describe('what a line means', () => {
  test.each([
    ['The bot gives a role', grant],
    ['The bot asks for something', { ...grant, name: 'POST /something/new' }],
    ['Ada used a button or a list', pressed],
    ['The bot hears of a change', { ...pressed, name: 'SOMETHING_NEW' }],
  ])('%s', (words, line) => {
    expect(meaningOf(line)).toBe(words);
  });

  test.each([
    ['warn', '403 refused (50013)', grant],
    ['warn', '429 must wait', { ...grant, status: 429 }],
    ['bad', '503 out of order', { ...grant, status: 503 }],
    ['bad', 'no answer', { ...grant, status: 0 }],
    ['bad', '2 problems', { ...grant, problems: ['a', 'b'] }],
    ['good', '204', { ...grant, status: 204 }],
    ['good', 'valid', pressed],
  ])('its verdict is %s: %s', (tone, text, line) => {
    expect(verdictOf(line)).toEqual({ tone, text });
  });
});

describe('the filter', () => {
  test.each([
    [{}, true],
    [{ words: 'roles 403' }, true],
    [{ words: 'CERTIFICATE' }, true],
    [{ words: 'roles 404' }, false],
    [{ direction: 'to-bot' }, false],
    [{ onlyProblems: true }, true],
  ])('%o', (filter, isShown) => {
    expect(matches(grant, filter)).toBe(isShown);
  });

  test('what went well is no problem', () => {
    expect(matches(pressed, { onlyProblems: true })).toBe(false);
  });
});

test.each([
  [0, undefined],
  [29_000, undefined],
  [60_000, '1 minute ahead'],
  [-3_600_000, '1 hour behind'],
  [93_600_000, '1 day, 2 hours ahead'],
  [7 * 86_400_000 + 60_000, '7 days, 1 minute ahead'],
])('%d milliseconds are %s', (millis, words) => {
  expect(distanceInWords(millis)).toBe(words);
});
