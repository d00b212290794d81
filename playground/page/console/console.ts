/** The playground's own controls around the little Discord: clock, traffic, trouble, panels and the tour. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Guild, LocalDiscord } from '../../discord/index.ts';
import { checked } from '../api/desk.ts';
import type { Greeting } from '../sockets.ts';
import { personaOf } from '../state.ts';
import { type BotAtRest, createTimeMachine, journeys } from './time-machine.ts';
import type { Tour } from './tour.ts';
import { watchTraffic } from './traffic.ts';
import { createTroubles } from './what-if.ts';

/** A table of whoever starts the page, shown beside the traffic. */
export interface Panel {
  readonly title: string;
  /** What it is, in a sentence. */
  readonly says: string;
  read(): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }>;
}

export interface ConsoleOptions {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly panels?: readonly Panel[];
  readonly tour?: Tour;
  /** Lets the clock wait for the bot at each step; without it, only for what the bot has asked of Discord. */
  readonly atRest?: BotAtRest;
}

export interface Console {
  readonly api: Hono;
  /** Each open page hears of the clock and of troubles; with `?traffic`, of every request and dispatch. */
  readonly greet: Greeting;
  close(): void;
}

const travelRequest = z.strictObject({ to: z.enum(journeys) });
const troubleRequest = z.strictObject({ id: z.string().max(40), on: z.boolean(), as: z.string().max(20) });

export function openConsole({ discord, guild, panels = [], tour, atRest }: ConsoleOptions): Console {
  const pages = new Map<WebSocket, { readonly memberId: string; readonly wantsTraffic: boolean }>();
  const machine = createTimeMachine(discord, guild, () => tellClock(), atRest);
  const troubles = createTroubles(discord, guild);
  const traffic = watchTraffic(discord, line => {
    for (const [page, { wantsTraffic }] of pages) if (wantsTraffic) tell(page, { kind: 'traffic', lines: [line] });
    // A fault that lay in wait was perhaps met.
    if (line.direction === 'from-bot') tellTroubles();
  });

  const tell = (page: WebSocket, news: object) => page.send(JSON.stringify(news));
  function tellClock() {
    for (const page of pages.keys()) tell(page, machine.news);
  }
  const statesFor = (memberId: string) => {
    const me = personaOf(guild, memberId);
    if (!me) return [];
    return troubles.map(({ id, title, says, kind, isOn }) => ({ id, title, says, kind, isOn: isOn(me) }));
  };
  const told = new Map<WebSocket, string>();
  function tellTroubles() {
    for (const [page, { memberId }] of pages) {
      const news = JSON.stringify({ kind: 'troubles', troubles: statesFor(memberId) });
      if (told.get(page) === news) continue;
      told.set(page, news);
      page.send(news);
    }
  }

  const stops = [
    traffic.close,
    discord.subscribe(({ kind }) => {
      if (kind === 'clock-moved' || kind.startsWith('scheduled-event')) tellClock();
      if (kind === 'role-changed') tellTroubles();
    }),
  ];

  const api = new Hono();
  api.get('/', context =>
    context.json({ tour: tour ?? null, panels: panels.map(({ title, says }) => ({ title, says })) }),
  );
  api.get('/panels/:index', async context => {
    const panel = panels[Number(context.req.param('index'))];
    if (!panel) throw new HTTPException(404, { message: 'There is no such panel.' });
    return context.json(await panel.read());
  });
  api.post('/clock', async context => {
    const { to } = checked(travelRequest, await context.req.json().catch(() => undefined));
    try {
      await machine.travel(to);
    } catch (refusal) {
      throw new HTTPException(409, { message: refusal instanceof Error ? refusal.message : String(refusal) });
    }
    return context.json(machine.news);
  });
  api.post('/troubles', async context => {
    const { id, on, as } = checked(troubleRequest, await context.req.json().catch(() => undefined));
    const trouble = troubles.find(known => known.id === id);
    const me = personaOf(guild, as);
    if (!trouble || !me) throw new HTTPException(404, { message: 'There is no such trouble, or no such member.' });
    trouble.set(on, me);
    tellTroubles();
    return context.json({});
  });

  return {
    api,
    greet: url => page => {
      const memberId = url.searchParams.get('as') ?? '';
      const wantsTraffic = url.searchParams.has('traffic');
      pages.set(page, { memberId, wantsTraffic });
      page.on('close', () => {
        pages.delete(page);
        // Nobody looks on.
        if (pages.size === 0) machine.stop();
        told.delete(page);
      });
      tell(page, machine.news);
      tellTroubles();
      if (wantsTraffic) tell(page, { kind: 'traffic', lines: traffic.lines });
    },
    close() {
      machine.stop();
      for (const stop of stops) stop();
    },
  };
}
