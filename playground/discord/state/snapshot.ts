/** The world as bytes and back, so that yesterday's community is there again. */
import { deserialize, serialize } from 'node:v8';
import type { World } from './world.ts';

export interface WorldSnapshot {
  readonly version: 3;
  /** A structured clone: records refer to each other in there as they do in the world. */
  readonly bytes: Uint8Array;
}

/** What is kept. Ephemeral messages and interactions don't outlive a restart, as on the real thing. */
const kept = ['attachments', 'users', 'applications', 'guilds', 'channels'] as const satisfies readonly (keyof World)[];

interface Contents extends Pick<World, (typeof kept)[number]> {
  readonly idCounter: number;
  readonly latestId?: number;
  /** Milliseconds the clock was ahead of the system's. */
  readonly clockOffset: number;
}

export function takeSnapshot(world: World): WorldSnapshot {
  const { frozenAt, offset } = world.clock.state;
  const { attachments, users, applications, guilds, channels } = world;
  const contents: Contents = {
    idCounter: world.ids.counter,
    latestId: world.ids.latest,
    clockOffset: frozenAt === undefined ? offset : 0,
    attachments,
    users,
    applications,
    guilds,
    channels,
  };
  return { version: 3, bytes: serialize(contents) };
}

/** Replaces everything the world holds. */
export function restoreSnapshot(world: World, snapshot: WorldSnapshot): void {
  if (snapshot.version !== 3)
    throw new Error(
      `This snapshot has version ${snapshot.version}; this local Discord reads version 3. Start with a new file.`,
    );
  const contents = deserialize(snapshot.bytes) as Contents;
  for (const map of [world.interactions, world.ephemerals, world.nonces]) map.clear();
  for (const name of kept) replace<unknown>(world[name], contents[name]);
  world.ids.counter = contents.idCounter;
  world.ids.latest = contents.latestId ?? 0;
  if (world.clock.state.frozenAt === undefined) world.clock.setOffset({ milliseconds: contents.clockOffset });
  world.bus.emit({ kind: 'world-restored' });
}

function replace<Value>(map: Map<string, Value>, by: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
}
