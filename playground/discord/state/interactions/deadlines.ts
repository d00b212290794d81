/** Fails interactions nobody answered in time. One timer for all of them, since all have the same limits. */
import type { Timer } from '../../clock.ts';
import type { InteractionRecord } from '../records.ts';
import type { World } from '../world.ts';
import { fail, firstAnswerWithin, tokenLivesFor } from './interactions.ts';

interface Queue {
  readonly after: number;
  readonly due: (interaction: InteractionRecord) => void;
  readonly done: (interaction: InteractionRecord) => boolean;
  entries: InteractionRecord[];
  /** Index of the oldest entry: shifting a long array for each would be slow. */
  start: number;
  timer: Timer | undefined;
}

export function watchDeadlines(world: World): () => void {
  const firstAnswer: Queue = {
    after: firstAnswerWithin,
    due: interaction => fail(world, interaction, 'no answer within 3 seconds'),
    done: interaction => interaction.state !== 'pending',
    entries: [],
    start: 0,
    timer: undefined,
  };
  const token: Queue = {
    after: tokenLivesFor,
    due: interaction => fail(world, interaction, 'deferred, and not answered within 15 minutes'),
    done: interaction => interaction.state !== 'deferred',
    entries: [],
    start: 0,
    timer: undefined,
  };
  return world.bus.listen(event => {
    if (event.kind === 'interaction-pending') add(firstAnswer, event.interaction);
    if (event.kind === 'interaction-deferred') add(token, event.interaction);
  });

  function add(queue: Queue, interaction: InteractionRecord): void {
    queue.entries.push(interaction);
    queue.timer ??= world.clock.at(interaction.createdAt + queue.after + 1, () => sweep(queue));
  }

  function sweep(queue: Queue): void {
    queue.timer = undefined;
    const now = world.clock.millis();
    for (let entry = queue.entries[queue.start]; entry !== undefined; entry = queue.entries[queue.start]) {
      if (!queue.done(entry)) {
        if (entry.createdAt + queue.after >= now) break;
        queue.due(entry);
      }
      queue.start += 1;
    }
    queue.entries = queue.entries.slice(queue.start);
    queue.start = 0;
    const next = queue.entries[0];
    if (next !== undefined) queue.timer ??= world.clock.at(next.createdAt + queue.after + 1, () => sweep(queue));
  }
}
