/** Which commands are offered for what was typed. */
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';

const file = new URL('../../../../../playground/page/public/composer/commands.js', import.meta.url).href;
const { findCommands, listCommands } = (await import(file)) as {
  findCommands(commands: readonly { name: string }[], typed: string): readonly { name: string }[];
  listCommands(offered: readonly object[]): readonly { name: string }[];
};

describe('commands', () => {
  const subcommand = (name: string) => ({ type: Kind.Subcommand, name, description: `About ${name}` });
  const commands = listCommands([
    {
      application: { name: 'Cairn' },
      command: { name: 'progress', description: 'x', options: [subcommand('done'), subcommand('show')] },
    },
    {
      application: { name: 'Cairn' },
      command: { name: 'path', description: 'x', options: [subcommand('choose'), subcommand('show')] },
    },
    { application: { name: 'Cairn' }, command: { name: 'help', description: 'Where to begin', type: 1 } },
    { application: { name: 'Cairn' }, command: { name: 'Vouch', type: 2 } },
  ]);
  const found = (typed: string) => findCommands(commands, typed).map(({ name }) => name);

  test('each subcommand is a line of its own; commands of menus are left out', () => {
    expect(found('/')).toEqual(['/help', '/path choose', '/path show', '/progress done', '/progress show']);
  });
  test('are found by the beginning of their words', () => {
    expect(found('/p s')).toEqual(['/path show', '/progress show']);
  });
  test('are found by a later word', () => {
    expect(found('/done')).toEqual(['/progress done']);
  });
  test('are found by what they say', () => {
    expect(found('/begin')).toEqual(['/help']);
  });
});

test('required options come before optional ones', () => {
  const option = (name: string, required: boolean) => ({ type: Kind.String, name, description: name, required });
  const [command] = listCommands([
    {
      application: { name: 'Cairn' },
      command: { name: 'go', description: 'x', options: [option('why', false), option('where', true)] },
    },
  ]);
  expect(command).toMatchObject({ options: [{ name: 'where' }, { name: 'why' }] });
});
