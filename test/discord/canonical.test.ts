import { describe, expect, test } from 'vitest';
import { canonicalCommand } from '../../src/discord/canonical.ts';

const declared = {
  name: 'learn',
  description: 'Learns',
  contexts: [0, 1],
  integration_types: [0],
  options: [{ type: 3, name: 'item', description: 'Which' }],
};
const same = (other: object) => canonicalCommand(other) === canonicalCommand(declared);

describe('rule 21: a command read back from Discord', () => {
  test('equals its declaration though Discord fills in and adds fields', () => {
    const read = {
      id: '1',
      application_id: '2',
      version: '3',
      type: 1,
      nsfw: false,
      default_member_permissions: null,
      name_localizations: null,
      dm_permission: false,
      ...declared,
      contexts: [1, 0],
      options: [{ ...declared.options[0], required: false, name_localizations: null, description_localized: 'x' }],
    };
    expect(same(read)).toBe(true);
  });

  test('equals it in whatever order the locales stand', () => {
    const names = { de: 'lernen', fr: 'apprendre' };
    const reversed = { fr: 'apprendre', de: 'lernen' };
    expect(canonicalCommand({ ...declared, name_localizations: names })).toBe(
      canonicalCommand({ ...declared, name_localizations: reversed }),
    );
    expect(same({ ...declared, name_localizations: names })).toBe(false);
  });

  test.each([
    ['another description', { description: 'Studies' }],
    ['another context', { contexts: [0] }],
    ['a required option', { options: [{ ...declared.options[0], required: true }] }],
    ['autocompletion', { options: [{ ...declared.options[0], autocomplete: true }] }],
    ['choices', { options: [{ ...declared.options[0], choices: [{ name: 'A', value: 'a' }] }] }],
    ['permissions', { default_member_permissions: '0' }],
  ])('differs by %s', (_, change) => {
    expect(same({ ...declared, ...change })).toBe(false);
  });

  test('differs by the order of its options, which members see', () => {
    const [item] = declared.options;
    const other = { type: 3, name: 'other', description: 'Another' };
    expect(canonicalCommand({ ...declared, options: [item, other] })).not.toBe(
      canonicalCommand({ ...declared, options: [other, item] }),
    );
  });
});
