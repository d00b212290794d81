/** Archives threads in which nobody wrote for their time. */
import type { Timer } from '../../clock.ts';
import type { ChannelRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import { activeThreads, isPinned } from './threads.ts';

export function watchThreads(world: World): () => void {
  let timer: Timer | undefined;
  let next = Number.POSITIVE_INFINITY;

  const dueAt = ({ thread }: ChannelRecord) =>
    thread === undefined ? Number.POSITIVE_INFINITY : thread.activeAt + thread.archiveAfter * 60_000;

  /** One timer for the earliest; messages only move an end away, so it is looked at again when it rings. */
  const arm = (at: number) => {
    if (at >= next) return;
    timer?.cancel();
    next = at;
    timer = world.clock.at(at, sweep);
  };

  function sweep(): void {
    next = Number.POSITIVE_INFINITY;
    const now = world.clock.millis();
    for (const guild of world.guilds.values())
      for (const channel of activeThreads(guild)) {
        if (isPinned(channel)) continue;
        if (dueAt(channel) > now) arm(dueAt(channel));
        else archive(channel);
      }
  }

  function archive(channel: ChannelRecord): void {
    if (channel.thread === undefined) return;
    channel.thread.archived = true;
    channel.thread.archiveChangedAt = timestamp(world);
    world.bus.emit({ kind: 'thread-changed', thread: channel });
  }

  sweep();
  const stop = world.bus.listen(event => {
    if (event.kind === 'world-restored') sweep();
    if (event.kind === 'thread-created' || event.kind === 'thread-changed') {
      if (event.thread.thread?.archived === false && !isPinned(event.thread)) arm(dueAt(event.thread));
    }
  });
  return () => {
    stop();
    timer?.cancel();
  };
}
