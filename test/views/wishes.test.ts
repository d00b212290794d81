/** A picked role: what the member reads. */
import { expect, test } from 'vitest';
import { wishesMessage } from '../../src/views/wishes.ts';
import { aCommunityRole } from '../support/a-community.ts';
import { aPath } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const path = (id: string) => aPath(id, [['a']]);
const role = aCommunityRole('topics', { name: 'Topic *Explorer*', paths: ['left', 'right'] });
const said = (wishes: Parameters<typeof wishesMessage>[0]) => {
  const message = wishesMessage(wishes, 'en');
  if (!message) throw new Error('Nothing is said.');
  return message;
};

test('nothing is said where nothing was picked', () => {
  expect(wishesMessage({ enrolled: [], toAsk: [] }, 'en')).toBeUndefined();
});

test('who was enrolled reads on which path, and how to leave it', () => {
  const message = said({ enrolled: [path('long')], toAsk: [] });
  expect(textOf(message)).toContain('You are on Path long');
  expect(buttonsOf(message)).toEqual({ 'path/show/long': 'See the path', 'path/leave/long': 'Leave' });
});

test('where several paths fit the member picks one', () => {
  const message = said({ enrolled: [], toAsk: [{ role, paths: [path('left'), path('right')] }] });
  expect(textOf(message)).toContain('Which path, Topic \\*Explorer\\*?');
  expect(JSON.stringify(message.components)).toContain('"custom_id":"path/select/topics"');
  expect(JSON.stringify(message.components)).toContain('"value":"right"');
});

test('however much was picked, it is one message that Discord takes', () => {
  const paths = Array.from({ length: 30 }, (_, index) => path(`p${index}`));
  const roles = Array.from({ length: 9 }, (_, index) => ({ role: { ...role, key: `r${index}` }, paths }));
  const size = sizeOf(said({ enrolled: paths, toAsk: roles }));
  expect(size.components).toBeLessThanOrEqual(40);
  expect(size.characters).toBeLessThanOrEqual(4000);
  expect(size.repeatedIds).toEqual([]);
});
