/** What can come of it when a host, or an organiser in their place, decides about a group or one of its sessions. */
import type { ChangeDecision } from './changing.ts';
import type { EitherDay } from './date-in-figures.ts';
import type { Group } from './group.ts';
import type { EndedGroup, UnknownGroup } from './joining.ts';
import type { Break, Session } from './session.ts';

/** Whoever asked hosts nothing here: who does, by user id. */
export interface NotHost {
  readonly kind: 'not-host';
  readonly group: Group;
  readonly hosts: readonly string[];
}

export interface NamedSession {
  readonly group: Group;
  readonly session: Session;
}

/** A new time as it is understood. */
export interface NewTime {
  /** As it can be typed again: "2026-12-01 19:00". */
  readonly value: string;
  /** As it would be. */
  readonly named: NamedSession;
}

/** Which session is meant could not be found: the next there are. */
export interface UnknownSession {
  readonly kind: 'unknown-session';
  readonly asked: string;
  readonly nearest: readonly NamedSession[];
}

/** What takes a change back: `to` a wall time, or as it was planned, or off again. */
export interface Undo {
  readonly revision: number;
  readonly to: string;
}

export type HostedChange =
  | ({ readonly group: Group; readonly next?: Session; readonly undo?: Undo } & Exclude<
      ChangeDecision,
      { kind: 'unknown-session' }
    >)
  | UnknownSession
  | EitherDay
  | NotHost
  | { readonly kind: 'unreadable-time'; readonly typed: string; readonly group: Group; readonly session: Session }
  /** It was changed again since. */
  | { readonly kind: 'superseded'; readonly group: Group; readonly session: Session };

/** A pause or holiday of one group, or a holiday of all. */
export interface NotedBreak extends Break {
  readonly id: number;
}

export type BreakOutcome =
  | {
      readonly kind: 'noted';
      readonly noted: NotedBreak;
      /** Absent: of all groups. */
      readonly group?: Group;
      /** Sessions that it keeps from taking place, the first few. */
      readonly off: readonly NamedSession[];
      readonly more: number;
      /** Where it keeps none: those of its days that are off already, the first few. */
      readonly already: readonly NamedSession[];
      /** How many take place again: it stands in the place of a longer pause. */
      readonly again: number;
      readonly next?: NamedSession;
      readonly still?: NamedSession;
    }
  | { readonly kind: 'resumed'; readonly group?: Group; readonly next?: NamedSession }
  /** No meeting takes place again by it. `still`: the first that is off all the same, for another holiday or pause. */
  | {
      readonly kind: 'lifted';
      readonly lifted: Break['kind'];
      readonly group?: Group;
      readonly next?: NamedSession;
      readonly still?: NamedSession;
    }
  | { readonly kind: 'not-paused'; readonly group: Group; readonly next?: NamedSession }
  /** It had ended. */
  | { readonly kind: 'started-again'; readonly group: Group; readonly next?: NamedSession }
  /** It was lifted already. */
  | { readonly kind: 'lifted-before' }
  | { readonly kind: 'unreadable-date'; readonly typed: string }
  | EitherDay
  | { readonly kind: 'past' | 'backwards' | 'too-long'; readonly from: string; readonly until: string }
  | { readonly kind: 'organisers-only' }
  | NotHost
  | UnknownGroup
  | EndedGroup;

export type EndOutcome =
  | { readonly kind: 'sure'; readonly group: Group; readonly members: number }
  | { readonly kind: 'ended-now'; readonly group: Group; readonly members: number }
  /** The community's file has the group, which organisers alone end. */
  | { readonly kind: 'organisers-only' }
  | NotHost
  | UnknownGroup
  | EndedGroup;

export type HostOutcome =
  | {
      readonly kind: 'hosts' | 'hosts-already' | 'no-longer' | 'was-none' | 'a-bot';
      readonly group: Group;
      readonly userId: string;
    }
  | { readonly kind: 'organisers-only' }
  | UnknownGroup
  | EndedGroup;
