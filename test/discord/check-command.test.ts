import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/discord/check-command.ts';

const run = () => ({ components: [] });
const text = { kind: 'text', says: 'Something' };
const fields = (command: object) =>
  [...checkCommand('learn', { name: 'learn', says: 'Learns', ...command })].map(([field]) => field);
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, value]));
const plain = (options: object) => fields({ options, run });

describe("a command's declaration is held against Discord's limits", () => {
  test('a command with subcommands, options, choices, suggestions and components passes', () => {
    const options = {
      item: { ...text, required: true, suggest: async () => [] },
      how: { ...text, choices: { fast: 'Quickly', slow: 'Slowly' } },
    };
    expect(fields({ subcommands: { now: { says: 'Now', options, run } }, components: { 'try-again': run } })).toEqual(
      [],
    );
  });

  test.each(['Learn', 'two words', '', 'a'.repeat(33), "it's"])('the name %j is refused', name => {
    expect([...checkCommand(name, { name, says: 'x', options: {}, run })].map(([field]) => field)).toEqual(['name']);
  });

  test('descriptions have 1 to 100 characters', () => {
    expect(fields({ says: ' ', options: {}, run })).toEqual(['says']);
    expect(fields({ says: 'x'.repeat(101), options: {}, run })).toEqual(['says']);
    expect(fields({ says: 'x'.repeat(100), options: {}, run })).toEqual([]);
  });

  test('a command either runs or has subcommands', () => {
    expect(fields({})).toEqual(['run', 'options']);
    expect(fields({ options: {}, run, subcommands: { now: { says: 'Now', options: {}, run } } })).toEqual([
      'options',
      'run',
    ]);
  });

  test('25 options, subcommands and choices are the most', () => {
    expect(plain(many(25, text))).toEqual([]);
    expect(plain(many(26, text))).toEqual(['options']);
    expect(fields({ subcommands: many(26, { says: 'x', options: {}, run }) })).toEqual(['subcommands']);
    expect(plain({ how: { ...text, choices: many(26, 'x') } })).toEqual(['options.how.choices']);
  });

  test('required options come first', () => {
    expect(plain({ a: text, b: { ...text, required: true } })).toEqual(['options.b']);
    expect(plain({ a: { ...text, required: false } })).toEqual(['options.a.required']);
  });

  test('choices exclude suggestions, and are neither empty nor long', () => {
    expect(plain({ a: { ...text, choices: { x: 'X' }, suggest: run } })).toEqual(['options.a.choices']);
    expect(plain({ a: { ...text, choices: {} } })).toEqual(['options.a.choices']);
    expect(plain({ a: { ...text, choices: { x: 'y'.repeat(101) } } })).toEqual(['options.a.choices.x']);
  });

  test('a misspelled field is not passed over', () => {
    expect(plain({ a: { ...text, sugest: run } })).toEqual(['options.a.sugest']);
  });

  test("a component's name can stand in a custom_id", () => {
    expect(fields({ options: {}, run, components: { 'a/b': run, ok: 1 } })).toEqual([
      'components.a/b',
      'components.ok',
    ]);
  });

  test('files, members and flags are options too, without choices or suggestions', () => {
    const options = {
      a: { kind: 'file', says: 'A' },
      b: { kind: 'member', says: 'B' },
      c: { kind: 'flag', says: 'C' },
    };
    expect(plain(options)).toEqual([]);
    expect(plain({ a: { ...options.a, choices: { x: 'X' } } })).toEqual(['options.a.choices']);
    expect(plain({ b: { ...options.b, suggest: run } })).toEqual(['options.b.suggest']);
    expect(plain({ a: { kind: 'picture', says: 'A' } })).toEqual(['options.a.kind']);
  });

  test('forms are handled by functions whose names can stand in a custom_id', () => {
    expect(fields({ options: {}, run, forms: { 'show-work': run } })).toEqual([]);
    expect(fields({ options: {}, run, forms: { Show: run, ok: 1 } })).toEqual(['forms.Show', 'forms.ok']);
    expect(fields({ options: {}, run, forms: [] })).toEqual(['forms']);
  });

  test('the one permission that a command may ask for is Manage Server', () => {
    expect(fields({ options: {}, run, needs: 'ManageGuild' })).toEqual([]);
    expect(fields({ options: {}, run, needs: 'Administrator' })).toEqual(['needs']);
  });

  test('all texts together have 8,000 characters at most', () => {
    const option = { kind: 'text', says: 'x'.repeat(100), choices: many(3, 'y'.repeat(100)) };
    expect(plain(many(19, option))).toEqual([]);
    expect(plain(many(20, option))).toEqual(['says']);
  });

  test('something else than an object is named, not thrown at', () => {
    expect(fields({ subcommands: { now: 1 }, components: 1 })).toEqual(['components', 'subcommands.now']);
    expect(plain([])).toEqual(['options']);
    expect(plain({ a: 1 })).toEqual(['options.a']);
  });
});
