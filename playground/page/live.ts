/** Tells each open page what changed for the member it plays, as it happens. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Change, Guild, LocalDiscord } from '../discord/index.ts';
import type { Doorkeeper } from './guard.ts';
import { channelOf, personaOf, stateOf } from './state.ts';

/** One line to the page: the state anew, or a change of messages or of an interaction. */
type News = { readonly kind: 'state'; readonly state: ReturnType<typeof stateOf> } | Change;

export interface Live {
  close(): void;
}

export function openLive(server: Server, doorkeeper: Doorkeeper, discord: LocalDiscord, guild: Guild): Live {
  // Pages only listen: whoever sends more than a few bytes is none of ours.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const members = new Map<WebSocket, string>();
  let stateIsStale = false;

  server.on('upgrade', (request, socket, head) => {
    const url = URL.parse(request.url ?? '/', 'http://page');
    const memberId = url?.searchParams.get('as') ?? '';
    const refused = doorkeeper.refuse(request.headers.host, request.headers.origin);
    if (refused || url?.pathname !== '/live' || !personaOf(guild, memberId)) {
      socket.end(`HTTP/1.1 ${refused ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, page => {
      members.set(page, memberId);
      page.on('close', () => members.delete(page));
      page.on('error', () => page.terminate());
      tellState(page, memberId);
    });
  });

  function tell(page: WebSocket, news: News) {
    page.send(JSON.stringify(news));
  }
  function tellState(page: WebSocket, memberId: string) {
    const me = personaOf(guild, memberId);
    if (me) tell(page, { kind: 'state', state: stateOf(guild, me) });
    else page.close(4404, 'This member has left.');
  }

  const stop = discord.subscribe(change => {
    if (change.kind.startsWith('message-') || change.kind.startsWith('interaction-')) {
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
    close() {
      stop();
      for (const page of members.keys()) page.terminate();
      sockets.close();
    },
  };
}

function concerns(discord: LocalDiscord, guild: Guild, memberId: string, change: Change): boolean {
  if ('interactionId' in change) return change.userId === memberId;
  if (!('channelId' in change)) return false;
  const me = personaOf(guild, memberId);
  if (!me || !channelOf(discord, me, change.channelId)) return false;
  return !('onlyFor' in change) || change.onlyFor === undefined || change.onlyFor === memberId;
}
