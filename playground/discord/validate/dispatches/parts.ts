/** What the schemas of dispatches are built from. Several describe what Discord documents and publishes no schema for. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';

export const id = z.string().check(z.regex(/^(0|[1-9][0-9]*)$/));
export const int = z.int32();
export const date = z.string().check(z.iso.datetime());
export const maybe = z.optional;
export const trace = { _trace: maybe(z.array(z.string())) };

/** As in messages and voice states: the member, whose user stands beside it. */
export const bareMember = (spec: Published) => z.omit(spec('GuildMemberResponseSchema'), { user: true });

export const channelTypes = z.literal([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]);

export const emoji = z.object({ id: z.nullable(id), name: z.nullable(z.string()), animated: maybe(z.boolean()) });
