/** Mentions by name while typing, by id when sent. */
import { describe, expect, test } from 'vitest';

interface State {
  readonly members: readonly { id: string; name: string; displayName: string }[];
  readonly roles: readonly { id: string; name: string }[];
  readonly channels: readonly { id: string; name: string; type: number }[];
}
const file = new URL('../../../../../playground/page/public/composer/mentions.js', import.meta.url).href;
const { decodeMentions, encodeMentions, mentionAt, mentionSuggestions } = (await import(file)) as {
  decodeMentions(text: string, state: State): string;
  encodeMentions(text: string, state: State): string;
  mentionAt(before: string): object | undefined;
  mentionSuggestions(at: { sign: string; typed: string }, state: State): readonly { label: string }[];
};

const state: State = {
  members: [
    { id: '1', name: 'ada', displayName: 'Ada' },
    { id: '2', name: 'ada.b', displayName: 'Beatrix' },
    { id: '3', name: 'ben', displayName: 'Ben' },
  ],
  roles: [{ id: '8', name: 'Mentor' }],
  channels: [
    { id: '5', name: 'general', type: 0 },
    { id: '6', name: 'Rooms', type: 4 },
  ],
};

describe('sending', () => {
  test.each([
    ['hello @ada!', 'hello <@1>!'],
    ['@ada.b is not @ada', '<@2> is not <@1>'],
    ['@adamant stays, and mail@ben too', '@adamant stays, and mail@ben too'],
    ['all @Mentor in #general', 'all <@&8> in <#5>'],
    ['@nobody', '@nobody'],
    ['(@ben)', '(<@3>)'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(encodeMentions(typed, state)).toBe(sent);
  });

  test('what is sent reads again as it was typed', () => {
    const typed = '@ada.b and @Mentor in #general, not @nobody';
    expect(decodeMentions(encodeMentions(typed, state), state)).toBe(typed);
  });

  test('an id of nobody stays as it is', () => {
    expect(decodeMentions('<@99> <#98>', state)).toBe('<@99> <#98>');
  });
});

describe('typing', () => {
  test('a mention begins after a space, never within a word', () => {
    expect(mentionAt('hello @ad')).toEqual({ sign: '@', typed: 'ad', start: 6 });
    expect(mentionAt('#gen')).toEqual({ sign: '#', typed: 'gen', start: 0 });
    expect(mentionAt('mail@be')).toBeUndefined();
    expect(mentionAt('@ada is')).toBeUndefined();
  });

  test('names that begin so come before names that contain it; categories are no channels', () => {
    const labels = (sign: string, typed: string) =>
      mentionSuggestions({ sign, typed }, state).map(({ label }) => label);
    expect(labels('@', 'b')).toEqual(['Beatrix', 'Ben']);
    expect(labels('@', 'e')).toEqual(['Beatrix', 'Ben', '@Mentor', '@everyone']);
    expect(labels('#', '')).toEqual(['#general']);
  });
});
