import { expect, test } from 'vitest';
import type { FetchedFeed } from '../../src/domain/groups/calendar-feed.ts';
import { aSite } from './a-site.ts';

const token = 'Jw7uX1Q2rV5yB8nC3kM6pT9sZ0dF4gHa';
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

async function withCalendar() {
  const state: { feed: FetchedFeed } = { feed: { kind: 'calendar', calendar } };
  const asked: string[] = [];
  const site = await aSite({
    calendars: {
      fetchCalendar: async given => {
        asked.push(given);
        return given === token ? state.feed : { kind: 'unknown' };
      },
    },
  });
  return { site, state, asked, path: `/calendar/${token}.ics` };
}

test('a calendar is found at its address, and belongs to who asks alone', async () => {
  const { site, path } = await withCalendar();
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(calendar);
  const headers = Object.fromEntries(answer.headers);
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('what is unchanged is not sent again', async () => {
  const { site, state, path } = await withCalendar();
  const etag = (await site.get(path)).headers.get('etag') ?? '';
  const again = () => site.get(path, { headers: { 'if-none-match': `W/"other", ${etag}` } });
  const unchanged = await again();
  expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([304, '', etag]);
  state.feed = { kind: 'calendar', calendar: calendar.replace('END', 'NAME:x\r\nEND') };
  expect((await again()).status).toBe(200);
});

test('HEAD is answered like GET, without the calendar', async () => {
  const { site, path } = await withCalendar();
  const answer = await site.get(path, { method: 'HEAD' });
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
    200,
    '',
    'text/calendar; charset=utf-8',
  ]);
});

test('opened in a browser, the address leads into the calendar program', async () => {
  const { site } = await withCalendar();
  const answer = await site.get(`/calendar/${token}`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`${site.url.replace('http:', 'webcal:')}/calendar/${token}.ics`);
});

test('an address that was revoked is gone, one that never was is not there; both in plain words', async () => {
  const { site, state, path } = await withCalendar();
  state.feed = { kind: 'revoked' };
  const answers = [path, `/calendar/${token}`, '/calendar/0000000000000000000000.ics'].map(async path => {
    const answer = await site.get(path);
    return [answer.status, answer.headers.get('content-type'), (await answer.text()).includes('/group calendar')];
  });
  const plain = 'text/plain; charset=UTF-8';
  expect(await Promise.all(answers)).toEqual([
    [410, plain, true],
    [410, plain, true],
    [404, plain, true],
  ]);
});

test('what cannot be a secret is never asked for', async () => {
  const { site, asked } = await withCalendar();
  for (const path of [
    '/calendar/',
    '/calendar/short.ics',
    `/calendar/${'x'.repeat(65)}.ics`,
    `/calendar/${token}.svg`,
    `/calendar/${token}.ics/`,
  ])
    expect((await site.get(path)).status).toBe(404);
  expect(asked).toEqual([]);
});

test('too many requests of one client are told to wait', async () => {
  const { site, path } = await withCalendar();
  const answers = await Promise.all(Array.from({ length: 121 }, async () => (await site.get(path)).status));
  expect(answers.filter(status => status === 429)).toHaveLength(1);
});

test('without a public address no calendar is served', async () => {
  const site = await aSite({
    publicUrl: null,
    calendars: { fetchCalendar: async () => ({ kind: 'calendar', calendar }) },
  });
  expect((await site.get(`/calendar/${token}.ics`)).status).toBe(404);
});

test('a fault is logged without the secret of the address', async () => {
  const faults: unknown[] = [];
  const site = await aSite({
    calendars: { fetchCalendar: () => Promise.reject(new Error('The database is away')) },
    log: { error: (fields: object | string) => void faults.push(fields) },
  });
  for (const path of [`/calendar/${token}.ics`, `/calendar/${token}`]) expect((await site.get(path)).status).toBe(500);
  expect(faults).toMatchObject([{ path: '/calendar/…' }, { path: '/calendar/…' }]);
});
