/** What is handed to whoever says a ping. */
import type { Effect } from '../../domain/effect.ts';

export type PingEffect = Extract<Effect, { kind: 'ping' }>;
