import { expect, test } from 'vitest';
import type { AuditRecord } from '../../src/domain/audit.ts';
import { auditMessage } from '../../src/views/audit.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const record = (more: Partial<AuditRecord>): AuditRecord => ({
  id: 7,
  userId: '20',
  at: at('2026-03-02'),
  action: 'role-changed',
  ...more,
});
const said = (more: Partial<AuditRecord>) => textOf(auditMessage({ records: [record(more)], isLater: false }));

test('a change says who, what, before, after and when', () => {
  const change = { subject: 'Rookie', before: { hoist: true, name: '*x*' }, after: { hoist: null, name: 'New' } };
  expect(said(change).split('\n').slice(1)).toEqual([
    '<@20> had the role **Rookie** changed',
    '- hoist: yes → none',
    '- name: \\*x\\* → New',
    '-# <t:1772442000:f>',
  ]);
  expect(said({ action: 'mentionable', before: false, after: true })).toContain('no → yes');
});

test('what was there only before or only after has no arrow, and what stayed is left out', () => {
  const text = said({ before: { gone: 'a', same: 1 }, after: { new: 'b', same: 1 } });
  expect(text).toContain('- gone: ~~a~~\n- new: b\n-#');
});

test('long lists are cut, and what another version did is not lost', () => {
  const after = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`k${at}`, 'v'.repeat(500)]));
  expect(said({ after })).toMatch(/k0: v+…[\s\S]+… and \d+ more/);
  expect(said({ action: 'unheard-of' as AuditRecord['action'] })).toContain('no words for');
});

test('a full page of the longest records fits a message, and leads to the older ones', () => {
  const after = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`k${at}`.padEnd(60, '_'), '*'.repeat(500)]));
  const records = Array.from({ length: 8 }, () => record({ subject: '*'.repeat(99), after }));
  const message = auditMessage({ records, isLater: true, older: 3 });
  const { components, characters } = sizeOf(message);
  expect(components).toBeLessThanOrEqual(40);
  expect(characters).toBeLessThanOrEqual(4000);
  expect(buttonsOf(message)).toEqual({ 'admin/log': 'Newest', 'admin/log/3': 'Older' });
});

test('an empty trail says what would stand in it', () => {
  expect(textOf(auditMessage({ records: [], isLater: false }))).toContain('Nothing on record');
});
