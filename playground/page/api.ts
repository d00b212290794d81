/** The page's JSON interface: what a persona sees, and what a persona does. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Guild, LocalDiscord, Member, Shown } from '../discord/index.ts';
import {
  closeRequest,
  pickRequest,
  pressRequest,
  runRequest,
  sayRequest,
  submitRequest,
  typeRequest,
} from './requests.ts';
import { channelOf, personaOf, startOf, stateOf } from './state.ts';

/** What became of an interaction. Messages themselves arrive over the WebSocket. */
interface Outcome {
  readonly kind: Shown['kind'];
  /** The sentence of a failure, the title of a modal. */
  readonly text: string;
  readonly fields: Shown['fields'];
}

export function createApi(discord: LocalDiscord, guild: Guild): Hono {
  const api = new Hono();

  /** Registers one thing a persona can do: the body is checked, refusals of the local Discord become sentences. */
  function does<Body>(path: string, schema: z.ZodType<Body>, act: (me: Member, body: Body) => unknown) {
    api.post(`/as/:member/${path}`, async context => {
      const me = present(guild, context.req.param('member'));
      const body = checked(schema, await context.req.json().catch(() => undefined));
      const result = await attempt(() => act(me, body));
      return context.json(result ?? {});
    });
  }
  const at = (me: Member, id: string) => {
    const channel = channelOf(discord, me, id);
    if (!channel) throw notThere('This channel is not there, or you may not see it.');
    return channel;
  };
  const holding = (me: Member, channelId: string, messageId: string) => {
    const shown = me.reads(at(me, channelId)).find(({ message }) => message?.id === messageId);
    if (!shown) throw notThere('This message is gone.');
    return shown;
  };

  api.get('/start', context => context.json(startOf(guild)));
  api.get('/as/:member', context => context.json(stateOf(guild, present(guild, context.req.param('member')))));
  api.get('/as/:member/channels/:channel', context => {
    const me = present(guild, context.req.param('member'));
    const channel = at(me, context.req.param('channel'));
    const messages = me.reads(channel).flatMap(({ message }) => (message ? [message] : []));
    return context.json({ messages, commands: me.commands(channel) });
  });

  does('run', runRequest, async (me, { command, options, channel, application }) =>
    outcome(await me.runs(command, options, { in: at(me, channel), application: { id: application } })),
  );
  does('type', typeRequest, async (me, { command, option, typed, options, channel, application }) => ({
    choices: await me.types(command, option, typed, options, { in: at(me, channel), application: { id: application } }),
  }));
  does('press', pressRequest, async (me, { channel, message, button }) =>
    outcome(await me.clicks(button, holding(me, channel, message))),
  );
  does('pick', pickRequest, async (me, { channel, message, select, values }) =>
    outcome(await me.picks(values, holding(me, channel, message), select)),
  );
  does('submit', submitRequest, async (me, { fields }) => outcome(await me.submits(fields)));
  does('close-form', closeRequest, me => me.dismisses());
  does('say', sayRequest, (me, { channel, text }) => void me.says(text, { in: at(me, channel) }));

  return api;
}

function present(guild: Guild, id: string): Member {
  const member = personaOf(guild, id);
  if (!member) throw notThere('There is no such member in this community. Choose another one.');
  return member;
}

function checked<Body>(schema: z.ZodType<Body>, body: unknown): Body {
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

const notThere = (message: string) => new HTTPException(404, { message });

const outcome = ({ kind, text, fields }: Shown): Outcome => ({ kind, text, fields });
