/** Faults nobody scripted, drawn by a seed. */

import { chance } from '../../chance.ts';
import type { Fault, RandomFaults, RandomKind } from '../../surface/faults.ts';

export type Draw = (method: string, template: string) => Fault['answer'] | undefined;

const allKinds: readonly RandomKind[] = [
  'rate-limited',
  'server-error',
  'bad-gateway',
  'lost-answer',
  'slow',
  'refused',
];

export function createDraw({ seed, rate, kinds = allKinds, route }: RandomFaults): Draw {
  const seen = new Map<string, number>();
  return (method, template) => {
    if (route?.test(template) === false) return undefined;
    const name = `${method} ${template}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    if (chance(seed, name, nth, 'hit') >= rate) return undefined;
    const kind = kinds[Math.floor(chance(seed, name, nth, 'kind') * kinds.length)];
    return kind && answers[kind](chance(seed, name, nth, 'how much'));
  };
}

const answers: Readonly<Record<RandomKind, (howMuch: number) => Fault['answer']>> = {
  'rate-limited': howMuch => ({ rateLimited: howMuch < 0.8 ? 'user' : 'shared', seconds: 0.1 + howMuch }),
  'server-error': () => ({ status: 500 }),
  // Behind Cloudflare's 502, Discord has often done what was asked.
  'bad-gateway': howMuch => ({ status: 502, afterEffect: howMuch < 0.5 }),
  'lost-answer': () => 'drop-after-effect',
  slow: howMuch => ({ delay: Math.ceil(howMuch * 500) }),
  refused: () => 'refuse',
};
