/** The verbs over an empty store and a curriculum of one's own. */
import type { Curriculum } from '../../src/domain/curriculum.ts';
import { buildIndex } from '../../src/domain/search.ts';
import type { FlowContext } from '../../src/flows/context.ts';
import { bindFlows, type Flows } from '../../src/flows/index.ts';
import type { Db } from '../../src/store/database.ts';
import { aCommunity } from './a-community.ts';
import { at } from './builders.ts';
import type { TestEngine } from './databases.ts';
import { printShop } from './print-shop.ts';

export interface Bound {
  readonly flows: Flows;
  readonly db: Db;
  /** How often the sender was woken. */
  readonly woken: () => number;
  /** A member's next action: each has a later interaction. */
  readonly ada: () => { guildId: string; userId: string; interactionId: string; roleIds: string[] };
  readonly ben: () => { guildId: string; userId: string; interactionId: string; roleIds: string[] };
}

export async function boundFlows(
  { emptyStore }: TestEngine,
  curriculum: Curriculum,
  community = aCommunity(),
  more: Partial<FlowContext> = {},
): Promise<Bound> {
  const { db } = await emptyStore();
  let woken = 0;
  let seconds = 0;
  let interaction = 1_400_000_000_000_000_000n;
  const acting = (userId: string) => () => ({
    guildId: '1100',
    userId,
    interactionId: String(++interaction),
    roleIds: [],
  });
  const flows = bindFlows({
    db,
    curriculum,
    community,
    items: buildIndex(curriculum.items.values()),
    paths: buildIndex(curriculum.paths.values()),
    timeZone: 'UTC',
    ...printShop,
    // A second passes between any two looks at the clock.
    now: () => at('2026-05-01').add({ seconds: ++seconds }),
    wake: () => woken++,
    ...more,
  });
  return { flows, db, woken: () => woken, ada: acting('1200'), ben: acting('1201') };
}
