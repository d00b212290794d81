/** Tells each open page what changed for the member it plays, as it happens. */
import type { WebSocket } from 'ws';
import type { Change, Guild, LocalDiscord } from '../discord/index.ts';
import type { Greeting } from './sockets.ts';
import { channelOf, personaOf, stateOf } from './state.ts';

/** One line to the page: the state anew, or a change of messages or of an interaction. */
type News = { readonly kind: 'state'; readonly state: ReturnType<typeof stateOf> } | Change;

export interface Live {
  readonly greet: Greeting;
  close(): void;
}

export function openLive(discord: LocalDiscord, guild: Guild): Live {
  const members = new Map<WebSocket, string>();
  let stateIsStale = false;

  function tell(page: WebSocket, news: News) {
    page.send(JSON.stringify(news));
  }
  function tellState(page: WebSocket, memberId: string) {
    const me = personaOf(guild, memberId);
    if (me) tell(page, { kind: 'state', state: stateOf(guild, me) });
    else page.close(4404, 'This member has left.');
  }

  const stop = discord.subscribe(change => {
    // The clock is told to every page on a line of its own.
    if (change.kind === 'clock-moved') return;
    if (isPersonal(change)) {
      for (const [page, memberId] of members) if (concerns(discord, guild, memberId, change)) tell(page, change);
    } else if (!stateIsStale) {
      // Several changes often come at once; one new state covers them all.
      stateIsStale = true;
      setImmediate(() => {
        stateIsStale = false;
        for (const [page, memberId] of members) tellState(page, memberId);
      });
    }
    if (change.kind === 'commands-changed') for (const page of members.keys()) tell(page, change);
  });

  return {
    greet(url) {
      const memberId = url.searchParams.get('as') ?? '';
      if (!personaOf(guild, memberId)) return undefined;
      return page => {
        members.set(page, memberId);
        page.on('close', () => members.delete(page));
        tellState(page, memberId);
      };
    },
    close: stop,
  };
}

/** Told as they are to whom they concern; all other changes are told as a new state. */
const isPersonal = ({ kind }: Change) => /^(message|reactions|typing|interaction)-/.test(kind);

function concerns(discord: LocalDiscord, guild: Guild, memberId: string, change: Change): boolean {
  if ('interactionId' in change) return change.userId === memberId;
  if (!('channelId' in change)) return false;
  const me = personaOf(guild, memberId);
  if (!me || !channelOf(discord, me, change.channelId)) return false;
  return !('onlyFor' in change) || change.onlyFor === undefined || change.onlyFor === memberId;
}
