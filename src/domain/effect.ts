/** What must happen on Discord because of a change; a row of the outbox until it is settled. */
import type { PingKey } from './groups/ping.ts';
import type { Member } from './member.ts';
import type { OrganiserProblem } from './problem.ts';

export type Effect =
  /** The member's roles are compared with what the store wants, and set right. `because`: an interaction, or a pass. */
  | { readonly kind: 'sync-roles'; readonly member: Member; readonly because: string }
  /** The member asked for the certificate to be announced. */
  | { readonly kind: 'announce-certificate'; readonly member: Member; readonly certificateId: string }
  /** The organisers learn what only they can repair. */
  | { readonly kind: 'tell-organisers'; readonly guildId: string; readonly problem: OrganiserProblem }
  /** Something is said by the calendar. */
  | { readonly kind: 'ping'; readonly guildId: string; readonly ping: PingKey }
  /** A group's scheduled events are compared with its next sessions, and set right. */
  | { readonly kind: 'mirror-sessions'; readonly guildId: string; readonly groupKey: string; readonly because: string }
  /** An organiser wants a channel of the community's file made again. `because`: when. */
  | { readonly kind: 'make-channel'; readonly guildId: string; readonly binding: string; readonly because: string }
  /** The organisers are asked about a proposed group, or whoever proposed it hears what they decided. */
  | {
      readonly kind: 'group-proposal';
      readonly guildId: string;
      readonly groupKey: string;
      readonly step: 'asked' | 'decided';
    }
  /** The next slice of a job. */
  | { readonly kind: 'work-job'; readonly guildId: string; readonly jobId: number };

/** Unique: enqueuing the same effect twice leaves one row. */
export function effectKey(effect: Effect, at?: Temporal.Instant): string {
  switch (effect.kind) {
    case 'sync-roles':
      return `${syncsOf(effect.member)}${effect.because}`;
    case 'announce-certificate':
      return `${effect.kind}/${effect.member.guildId}/${effect.member.userId}/${effect.certificateId}`;
    case 'tell-organisers':
      // Once a day as long as it lasts.
      return `${effect.kind}/${effect.guildId}/${problemKey(effect.problem)}/${at?.toString().slice(0, 10) ?? ''}`;
    case 'ping': {
      const { groupKey, occurrence, kind, audience } = effect.ping;
      return `ping/${effect.guildId}/${groupKey}/${occurrence}/${kind}/${audience}`;
    }
    case 'mirror-sessions':
      return `${effect.kind}/${effect.guildId}/${effect.groupKey}/${effect.because}`;
    case 'make-channel':
      return `${effect.kind}/${effect.guildId}/${effect.binding}/${effect.because}`;
    case 'group-proposal':
      return `${effect.kind}/${effect.guildId}/${effect.groupKey}/${effect.step}`;
    case 'work-job':
      return `${effect.kind}/${effect.guildId}/${effect.jobId}`;
  }
}

/** How the keys of a member's `sync-roles` begin. */
export function syncsOf({ guildId, userId }: Member): string {
  return `sync-roles/${guildId}/${userId}/`;
}

/** The same trouble has the same key, however often it is met. */
export function problemKey(problem: OrganiserProblem): string {
  const { kind, ...subject } = problem;
  return [kind, ...Object.values(subject)].join('/');
}

/** How long after it was asked for an effect still makes sense; undefined: always. */
export function latenessBudget(effect: Effect): Temporal.Duration | undefined {
  switch (effect.kind) {
    case 'sync-roles':
    // A ping's own, which is an instant, is given when it is put into the outbox.
    case 'ping':
    case 'work-job':
      return undefined;
    case 'mirror-sessions':
      // The next day's does the same.
      return Temporal.Duration.from({ hours: 26 });
    case 'announce-certificate':
    case 'group-proposal':
    case 'make-channel':
    case 'tell-organisers':
      return Temporal.Duration.from({ hours: 7 * 24 });
  }
}

export function guildOf(effect: Effect): string {
  return 'member' in effect ? effect.member.guildId : effect.guildId;
}
