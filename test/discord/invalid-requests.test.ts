import { expect, test } from 'vitest';
import { countInvalidRequests } from '../../src/discord/invalid-requests.ts';

test('from fifty refusals within a minute on they are many, until the minute is over (rule 61)', () => {
  let now = 1_000_000;
  const requests = countInvalidRequests(() => now);
  for (let n = 0; n < 49; n++) requests.note(n % 2 === 0 ? 403 : 429, 'user');
  expect(requests.areMany()).toBe(false);
  requests.note(401, null);
  expect(requests.areMany()).toBe(true);
  now += 60_000;
  expect(requests.areMany()).toBe(false);
});

test('what succeeds, what is missing, and limits shared with others do not count', () => {
  const requests = countInvalidRequests(() => 0);
  for (let n = 0; n < 60; n++) {
    requests.note(200, null);
    requests.note(404, null);
    requests.note(429, 'shared');
  }
  expect(requests.areMany()).toBe(false);
});
