import { expect, test } from 'vitest';
import { eventWords } from '../../../src/views/groups/event.ts';

const group = { title: 'Readers', kind: 'study-group' } as const;

test('an event says whose meeting it is, for whom, and where the agenda stands', () => {
  const { name, description } = eventWords(group, ['New Graduate', 'New Graduate in 6 Weeks']);
  expect(name).toBe('Readers');
  expect(description.split('\n\n')).toEqual([
    'A study group for those on **New Graduate** and **New Graduate in 6 Weeks**.',
    'What this meeting covers: `/group agenda`. Who is in the group: `/group show`. Join it with `/group join`.',
    'Press **Interested** if you come: said early enough, it brings you a reminder.',
  ]);
  expect(eventWords(group, []).description).toContain('A study group for everybody.');
  expect(eventWords({ title: 'Weekly Q&A', kind: 'office-hours' }, []).description).toContain('Everybody is welcome');
});

test('it is never longer than Discord takes, nor ends in a blank, which Discord would cut off', () => {
  const titles = Array.from({ length: 40 }, (_, number) => `${number} *${'long '.repeat(40)}*`);
  const { name, description } = eventWords({ ...group, title: 'T'.repeat(300) }, titles);
  expect(name).toHaveLength(100);
  expect(description.length).toBeLessThanOrEqual(1000);
  expect(description).toContain('and 36 more.');
  expect([name, description]).toEqual([name.trim(), description.trim()]);
});
