/** What may be typed into a command's options, and what the page completes by itself. */
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';

interface Suggestion {
  readonly label: string;
  readonly value: unknown;
}

const file = new URL('../../../../../playground/page/public/composer/values.js', import.meta.url).href;
const { ownSuggestions, readValue } = (await import(file)) as {
  ownSuggestions(option: object, typed: string, state: object): readonly Suggestion[] | undefined;
  readValue(option: object, typed: { text: string; chosen?: Suggestion }, state: object): object;
};

const state = {
  members: [{ id: '1', name: 'ada', displayName: 'Ada' }],
  roles: [{ id: '2', name: 'Mentor' }],
  channels: [
    { id: '3', name: 'general', type: 0 },
    { id: '4', name: 'Community', type: 4 },
  ],
};

describe('a value', () => {
  test.each([
    [
      'an empty required option',
      { type: Kind.String, required: true },
      ' ',
      { problem: 'Fill this in: it is required.' },
    ],
    ['an empty optional option', { type: Kind.String }, '', {}],
    ['text', { type: Kind.String }, ' law 1 ', { value: 'law 1' }],
    [
      'text that is too long',
      { type: Kind.String, max_length: 2 },
      '🪨🪨🪨',
      { problem: 'Write at most 2 characters; these are 3.' },
    ],
    ['a whole number', { type: Kind.Integer }, '7', { value: 7 }],
    ['a fraction for a whole number', { type: Kind.Integer }, '7.5', { problem: 'Write a whole number.' }],
    [
      'a number that is too small',
      { type: Kind.Number, min_value: 1 },
      '0.5',
      { problem: 'Write a number from 1 up.' },
    ],
    ['no number', { type: Kind.Number }, 'seven', { problem: 'Write a number.' }],
    [
      'a choice by its name',
      { type: Kind.String, choices: [{ name: 'Role paths', value: 'role' }] },
      'role paths',
      { value: 'role' },
    ],
    [
      'what is no choice',
      { type: Kind.String, choices: [{ name: 'Role paths', value: 'role' }] },
      'x',
      { problem: 'Choose one from the list.' },
    ],
    ['true', { type: Kind.Boolean }, 'true', { value: true }],
    ['a member', { type: Kind.User }, 'Ada', { value: { id: '1' } }],
    ['a channel', { type: Kind.Channel }, '#general', { value: { id: '3' } }],
    ['a file', { type: Kind.Attachment }, 'x', { problem: "This can't be typed." }],
  ])('%s', (_, option, typed, expected) => {
    expect(readValue(option, { text: typed }, state)).toEqual(expected);
  });

  test('an accepted suggestion is sent as its value, not as its label', () => {
    const chosen = { label: 'Law 1', value: 'law-1' };
    expect(readValue({ type: Kind.String, required: true }, { text: 'Law 1', chosen }, state)).toEqual({
      value: 'law-1',
    });
  });
});

test('a member is found by name as well as by user name', () => {
  expect(ownSuggestions({ type: Kind.User }, '@ad', state)).toEqual([
    { label: 'Ada', detail: '@ada', value: { id: '1' } },
  ]);
});

test('the bot is asked where the page knows nothing', () => {
  expect(ownSuggestions({ type: Kind.String, autocomplete: true }, 'law', state)).toBeUndefined();
});
