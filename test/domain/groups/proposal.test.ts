/** A group as a member proposes it. */
import { expect, test } from 'vitest';
import { keyFor, type Read, readProposal } from '../../../src/domain/groups/proposal.ts';
import { aPath } from '../../support/builders.ts';

const berlin: Read = { zone: { zone: 'Europe/Berlin' }, path: undefined, titles: ['New Graduates'] };
const asked = { title: ' Night  Owls ', days: 'Tue, Thu', time: '9:30 pm' };

test('what was typed becomes a group of an hour, for everybody', () => {
  expect(readProposal(asked, berlin)).toEqual({
    definition: {
      title: 'Night Owls',
      paths: [],
      slots: [
        { day: 'Tuesday', at: '21:30', minutes: 60, zone: 'Europe/Berlin' },
        { day: 'Thursday', at: '21:30', minutes: 60, zone: 'Europe/Berlin' },
      ],
    },
  });
  expect(readProposal({ ...asked, minutes: '90 min' }, { ...berlin, path: aPath('trail', []) })).toMatchObject({
    definition: { paths: ['trail'], slots: [{ minutes: 90 }, { minutes: 90 }] },
  });
});

test('everything that is wrong is said at once', () => {
  const wrong = { title: '…', days: 'someday', time: 'late', minutes: '5', zone: 'EST', path: 'nowhere' };
  expect(readProposal(wrong, { zone: { nearest: ['America/New_York'] }, path: 'unknown', titles: [] })).toEqual({
    problems: [
      { kind: 'title-missing', longest: 60 },
      { kind: 'days', typed: 'someday' },
      { kind: 'time', typed: 'late' },
      { kind: 'minutes', typed: '5' },
      { kind: 'zone', typed: 'EST', nearest: ['America/New_York'] },
      { kind: 'path', typed: 'nowhere' },
    ],
  });
});

test('a title that is taken is refused, however it is written', () => {
  expect(readProposal({ ...asked, title: 'new  GRADUATES' }, berlin)).toEqual({
    problems: [{ kind: 'title-taken', title: 'New Graduates' }],
  });
  expect(readProposal({ ...asked, title: 'x'.repeat(61) }, berlin)).toMatchObject({
    problems: [{ kind: 'title-long' }],
  });
});

test('a key is short, plain and unlike any that was used', () => {
  expect(keyFor('Night Owls & Friends', new Set())).toBe('g-night-owls-friends');
  expect(keyFor('Night Owls', new Set(['g-night-owls', 'g-night-owls-2']))).toBe('g-night-owls-3');
  expect(keyFor('夜ふかし', new Set())).toBe('g-group');
  expect(keyFor('a'.repeat(60), new Set())).toHaveLength(26);
});
