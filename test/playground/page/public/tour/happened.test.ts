/** When a step of the tour goes on. */
import { expect, test } from 'vitest';

const file = new URL('../../../../../playground/page/public/tour/happened.js', import.meta.url).href;
const { happened } = (await import(file)) as { happened(until: object | undefined, news: object): boolean };

const message = { kind: 'message', message: { content: '', components: [{ type: 10, content: 'Done: Law 1' }] } };
const clock = { kind: 'clock', isMoving: false, ahead: 3_600_000, before: 0 };
const [before, after] = [['1'], ['1', '2']].map(roleIds => ({ members: [{ id: '7', roleIds }] }));

test.each([
  ['words in a card', { kind: 'message', says: 'Done:' }, message],
  ['a new role', { kind: 'role-granted' }, { kind: 'state', before, after }],
  ['a clock that has arrived', { kind: 'clock-moved' }, clock],
  ['the drawer', { kind: 'inspector-opened' }, { kind: 'inspector-opened' }],
])('%s is noticed', (_, until, news) => {
  expect(happened(until, news)).toBe(true);
});

test.each([
  ['other words', { kind: 'message', says: 'Certificate' }, message],
  ['a deleted message', { kind: 'message', says: 'Done:' }, { kind: 'message', message: undefined }],
  ['a lost role', { kind: 'role-granted' }, { kind: 'state', before: after, after: before }],
  ['a clock under way', { kind: 'clock-moved' }, { ...clock, isMoving: true }],
  ['a clock that was only read', { kind: 'clock-moved' }, { ...clock, before: clock.ahead }],
  ['anything where the visitor decides', undefined, message],
])('%s does not count', (_, until, news) => {
  expect(happened(until, news)).toBe(false);
});
