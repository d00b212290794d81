import { expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { declarationOf } from '../../src/discord/declaration.ts';

const run = () => ({ components: [] });

test('rule 22: a declaration says where the command is, and has what members type', () => {
  const command = defineCommand({
    name: 'learn',
    says: 'Learns',
    subcommands: {
      now: {
        says: 'At once',
        options: {
          item: { kind: 'text', says: 'Which', required: true, suggest: async () => [] },
          how: { kind: 'text', says: 'How', choices: { fast: 'Quickly' } },
        },
        run,
      },
    },
  });
  expect(declarationOf(command)).toEqual({
    type: 1,
    name: 'learn',
    description: 'Learns',
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 1,
        name: 'now',
        description: 'At once',
        options: [
          { type: 3, name: 'item', description: 'Which', required: true, autocomplete: true },
          { type: 3, name: 'how', description: 'How', required: false, choices: [{ name: 'Quickly', value: 'fast' }] },
        ],
      },
    ],
  });
});

test('files, members and flags are asked for as such, and organisers’ commands name their permission', () => {
  const command = defineCommand({
    name: 'admin',
    says: 'For organisers',
    needs: 'ManageGuild',
    options: {
      work: { kind: 'file', says: 'What', required: true },
      whose: { kind: 'member', says: 'Whose' },
      again: { kind: 'flag', says: 'Again' },
    },
    run,
  });
  expect(declarationOf(command)).toMatchObject({
    default_member_permissions: '32',
    options: [
      { type: 11, name: 'work', description: 'What', required: true },
      { type: 6, name: 'whose', description: 'Whose', required: false },
      { type: 5, name: 'again', description: 'Again', required: false },
    ],
  });
});

test('a command without subcommands has its own options', () => {
  const command = defineCommand({
    name: 'ping',
    says: 'Answers',
    options: { to: { kind: 'text', says: 'Whom' } },
    run,
  });
  expect(declarationOf(command).options).toEqual([{ type: 3, name: 'to', description: 'Whom', required: false }]);
});
