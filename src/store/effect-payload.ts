/** An effect as text, and back with a check: another version of Cairn may have written it. */
import type { Effect } from '../domain/effect.ts';
import { asProblem, isRecord, parsed } from './problem-payload.ts';

/** What this version can carry out. An effect of any other kind is left for the version that can. */
export const effectKinds = Object.keys({
  'sync-roles': true,
  'announce-certificate': true,
  'tell-organisers': true,
  ping: true,
  'mirror-sessions': true,
  'make-channel': true,
  'group-proposal': true,
  'work-job': true,
} satisfies Record<Effect['kind'], true>) as readonly Effect['kind'][];

/** Undefined when the text is not a whole effect. */
export function effectOf(payload: string): Effect | undefined {
  const value = parsed(payload);
  if (!isRecord(value)) return undefined;
  switch (value.kind) {
    case 'sync-roles':
      return isMember(value.member) && typeof value.because === 'string' ? (value as unknown as Effect) : undefined;
    case 'announce-certificate':
      return isMember(value.member) && typeof value.certificateId === 'string'
        ? (value as unknown as Effect)
        : undefined;
    case 'tell-organisers':
      return typeof value.guildId === 'string' && asProblem(value.problem) ? (value as unknown as Effect) : undefined;
    case 'ping':
      return typeof value.guildId === 'string' && isPing(value.ping) ? (value as unknown as Effect) : undefined;
    case 'mirror-sessions':
      return typeof value.guildId === 'string' && typeof value.groupKey === 'string'
        ? (value as unknown as Effect)
        : undefined;
    case 'make-channel':
      return typeof value.guildId === 'string' && typeof value.binding === 'string'
        ? (value as unknown as Effect)
        : undefined;
    case 'group-proposal':
      return typeof value.guildId === 'string' && typeof value.groupKey === 'string' && typeof value.step === 'string'
        ? (value as unknown as Effect)
        : undefined;
    case 'work-job':
      return typeof value.guildId === 'string' && typeof value.jobId === 'number'
        ? (value as unknown as Effect)
        : undefined;
    default:
      return undefined;
  }
}

function isMember(value: unknown): boolean {
  return isRecord(value) && typeof value.guildId === 'string' && typeof value.userId === 'string';
}

function isPing(value: unknown): boolean {
  const parts = ['groupKey', 'occurrence', 'kind', 'audience'];
  return isRecord(value) && parts.every(part => typeof value[part] === 'string');
}
