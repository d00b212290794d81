import { describe, expect, test } from 'vitest';
import { type Effect, effectKey, guildOf, latenessBudget, problemKey } from '../../src/domain/effect.ts';
import { at } from '../support/builders.ts';

const ada = { guildId: '10', userId: '20' };
const sync = { kind: 'sync-roles', member: ada, because: '1500' } as const;
const announce: Effect = { kind: 'announce-certificate', member: ada, certificateId: 'leader' };
const problem = { kind: 'role-too-high', roleId: '2', botRoleId: '1' } as const;
const tell: Effect = { kind: 'tell-organisers', guildId: '10', problem };

describe('an effect has one key', () => {
  test('however often and whenever it is asked for', () => {
    expect(effectKey(sync, at('2026-03-02'))).toBe(effectKey(sync, at('2027-01-01')));
    expect(effectKey(announce)).toBe('announce-certificate/10/20/leader');
  });

  test('that no other kind, member or reason shares', () => {
    const others: Effect[] = [
      sync,
      announce,
      { ...sync, member: { ...ada, userId: '21' } },
      { ...sync, member: { ...ada, guildId: '11' } },
      { ...sync, because: '1501' },
    ];
    expect(new Set(others.map(effect => effectKey(effect))).size).toBe(others.length);
  });

  test('and what organisers must hear has one for each day', () => {
    expect(effectKey(tell, at('2026-03-02T00:00:00Z'))).toBe(effectKey(tell, at('2026-03-02T23:59:59Z')));
    expect(effectKey(tell, at('2026-03-03T00:00:00Z'))).not.toBe(effectKey(tell, at('2026-03-02T23:59:59Z')));
  });
});

test('the same trouble has the same key, another role another', () => {
  expect(problemKey(problem)).toBe('role-too-high/2/1');
  expect(problemKey({ ...problem, roleId: '3' })).not.toBe(problemKey(problem));
});

test('a role is never too late; a week-old announcement is, and a look at the calendar once the next day’s is due', () => {
  expect(latenessBudget(sync)).toBeUndefined();
  expect(latenessBudget(announce)?.total('hours')).toBe(7 * 24);
  const mirror = { kind: 'mirror-sessions', guildId: '10', groupKey: 'readers', because: '1' } as const;
  expect(latenessBudget(mirror)?.total('hours')).toBe(26);
});

test('every effect belongs to one server', () => {
  expect([sync, announce, tell].map(guildOf)).toEqual(['10', '10', '10']);
});
