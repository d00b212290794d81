/** What members ask of a bot in the benchmark: the three that the issue measures. */
import type { Application, Member } from '../playground/discord/index.ts';
import { typedText } from './typing.ts';
import type { Walk } from './walk.ts';

export const askNames = ['/progress show', '/progress done', 'autocomplete'] as const;
export type AskName = (typeof askNames)[number];

/** One interaction; resolves when its callback has arrived, with whether it was answered properly. */
export type Ask = () => Promise<boolean>;

/** What there is to ask about. */
export interface Learning {
  readonly walk: Walk;
  readonly titles: readonly string[];
  /** Items each member has finished before. */
  readonly ticksEach: number;
}

/** Remembers which item each member finishes next, so that every `/progress done` writes. */
export function asksOf(
  application: Application,
  members: readonly Member[],
  { walk, titles, ticksEach }: Learning,
): { readonly [Name in AskName]: Ask } & { readonly finished: () => number } {
  const turns = { show: 0, done: 0, type: 0 };
  const where = { application };
  const at = (turn: number) => members[turn % members.length] as Member;
  return {
    '/progress show': async () => (await at(turns.show++).runs('/progress show', {}, where)).kind === 'message',
    '/progress done': async () => {
      const turn = turns.done++;
      const step = ticksEach + Math.floor(turn / members.length);
      if (step >= walk.length) throw new Error('Every member has finished everything: the bench needs more members.');
      const item = walk.item(turn % members.length, step);
      return (await at(turn).runs('/progress done', { item }, where)).kind === 'message';
    },
    autocomplete: async () => {
      const turn = turns.type++;
      await at(turn).types('/progress done', 'item', typedText(titles, turn), {}, where);
      return true;
    },
    finished: () => turns.done,
  };
}
