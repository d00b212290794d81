/** What a dispatch is: which event, behind which intent, and what each bot finds inside. */

import { Intent } from '../../intents.ts';
import type { WorldEvent } from '../../state/events.ts';
import type { ApplicationRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';

export interface Dispatch {
  readonly event: string;
  readonly guildId: string | undefined;
  readonly intent: number;
  /** For this bot and the intents of its session; undefined when it is none of its business. */
  readonly data: (application: ApplicationRecord, intents: number) => unknown;
}

type Kind = WorldEvent['kind'];
/** Members of the union that may have this kind; some have several. */
type EventOf<K extends Kind, E = WorldEvent> = E extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? E
    : never
  : never;

/** For each kind of event of one topic, what bots are told of it. */
export type DispatchesOf<K extends Kind> = {
  readonly [One in K]: (world: World, event: EventOf<One>) => Dispatch | undefined;
};

/** To every bot in this guild. */
export function inGuild(
  world: World,
  event: string,
  guildId: string,
  data: (application: ApplicationRecord) => unknown,
  intent: number = Intent.guilds,
): Dispatch {
  const guild = world.guilds.get(guildId);
  return {
    event,
    guildId,
    intent,
    data: application => (guild?.members.has(application.bot.id) ? data(application) : undefined),
  };
}

export function onlyFor(botId: string, dispatch: Dispatch): Dispatch {
  return {
    ...dispatch,
    data: (application, intents) => (application.bot.id === botId ? dispatch.data(application, intents) : undefined),
  };
}
