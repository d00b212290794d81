/** Where a page's requests arrive: who asks, what was asked, and a sentence where it can't be done. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Channel, Guild, LocalDiscord, Member, Shown } from '../../discord/index.ts';
import { channelOf, personaOf } from '../state.ts';
import { createUploads, type Uploads } from '../uploads.ts';

export interface Desk {
  readonly api: Hono;
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly uploads: Uploads;
  /** Registers one thing a persona can do: the body is checked, refusals of the local Discord become sentences. */
  does<Body>(path: string, schema: z.ZodType<Body>, act: (me: Member, body: Body) => unknown): void;
  /** Registers one thing a persona can look at; `given` reads a part of the path. */
  asks(path: string, look: (me: Member, given: (name: string) => string) => unknown): void;
  /** The persona, or a refusal. */
  present(id: string): Member;
  /** A channel this persona sees, or a refusal. */
  at(me: Member, id: string): Channel;
  /** A message this persona sees, or a refusal. */
  holding(me: Member, channelId: string, messageId: string): Shown;
}

export function createDesk(discord: LocalDiscord, guild: Guild): Desk {
  const api = new Hono();
  const desk: Desk = {
    api,
    discord,
    guild,
    uploads: createUploads(),
    does(path, schema, act) {
      api.post(`/as/:member/${path}`, async context => {
        const me = desk.present(context.req.param('member') ?? '');
        const body = checked(schema, await context.req.json().catch(() => undefined));
        const result = await attempt(() => act(me, body));
        return context.json(result ?? {});
      });
    },
    asks(path, look) {
      api.get(`/as/:member${path}`, async context => {
        const given: Readonly<Record<string, string>> = context.req.param();
        const me = desk.present(given.member ?? '');
        const result = await attempt(() => look(me, name => given[name] ?? ''));
        return context.json(result ?? {});
      });
    },
    present(id) {
      const member = personaOf(guild, id);
      if (!member) throw notThere('There is no such member in this community. Choose another one.');
      return member;
    },
    at(me, id) {
      const channel = channelOf(discord, me, id);
      if (!channel) throw notThere('This channel is not there, or you may not see it.');
      return channel;
    },
    holding(me, channelId, messageId) {
      const shown = me.reads(desk.at(me, channelId)).find(({ message }) => message?.id === messageId);
      if (!shown) throw notThere('This message is gone.');
      return shown;
    },
  };
  return desk;
}

const notThere = (message: string) => new HTTPException(404, { message });

export function checked<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const reading = schema.safeParse(body);
  if (reading.success) return reading.data;
  throw new HTTPException(400, { message: `The request is not understood:\n${z.prettifyError(reading.error)}` });
}

/** The local Discord throws where Discord's client would not have let the member do it. */
async function attempt<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (problem) {
    if (problem instanceof HTTPException) throw problem;
    const message = problem instanceof Error ? problem.message : String(problem);
    throw new HTTPException(422, { message, cause: problem });
  }
}
