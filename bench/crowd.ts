/** A stream of users who have never asked before, to see what a bot keeps of each. */
import type { Application, Guild, Member } from '../playground/discord/index.ts';
import type { Ask } from './asks.ts';
import type { Walk } from './walk.ts';

export function joinCrowd(guild: Guild, size: number): readonly Member[] {
  return Array.from({ length: size }, (_, index) => guild.join({ name: `visitor${index}` }));
}

/** Every tenth writes, the others read. Each call is another user's. */
export function crowdAsk(application: Application, crowd: readonly Member[], walk: Walk): Ask {
  let turn = 0;
  const where = { application };
  return async () => {
    const index = turn++;
    const visitor = crowd[index];
    if (!visitor) throw new Error('The crowd is smaller than the number of users asked for.');
    const shown =
      index % 10 === 0
        ? await visitor.runs('/progress done', { item: walk.item(index, 0) }, where)
        : await visitor.runs('/progress show', {}, where);
    return shown.kind === 'message';
  };
}
