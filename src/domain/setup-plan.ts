/**
 * What setting a server up would do to it: a plan that is shown first and then carried out step by step. Each step is
 * complete in itself, so that whatever interrupts it, planning again finds what is left to do.
 */
import type { Attributes } from './attributes.ts';
import type { Permission } from './permissions.ts';
import type { RoleRefusal, UnsafeRole } from './role-safety.ts';
import type { Wanted } from './wanted-server.ts';

/** What is known of something of ours on a server, by its binding. */
export type Known =
  /** Somebody set out to make it and was interrupted: it may be there. */
  | { readonly state: 'reserved' }
  | {
      /** `gone`: seen to be deleted. */
      readonly state: 'bound' | 'gone';
      readonly discordId: string;
      /** What the file said when Cairn last set it: `Wanted.attributes` of the last step, resolved. */
      readonly set?: Attributes;
    };

export type SetupStep =
  | {
      readonly kind: 'create';
      readonly thing: Wanted;
      /** Look first whether an interrupted attempt has made it. */
      readonly interrupted: boolean;
    }
  | {
      /** `adopt`: it was there under this name, and an organiser wants it used. */
      readonly kind: 'adopt' | 'change';
      readonly thing: Wanted;
      readonly id: string;
      /** What it is called on the server. */
      readonly name: string;
      /** Only these are set, once resolved; all else stays as it is. */
      readonly changes: Attributes;
    };

/** Left alone. */
export interface KeptThing {
  readonly binding: string;
  readonly id: string;
  readonly name: string;
  /** Names of the attributes that somebody set otherwise than the file says. They stay. */
  readonly byHand: readonly string[];
}

/** Deleted by hand. It is made again only if an organiser says so. */
export interface MissingThing {
  readonly binding: string;
  readonly name: string;
  readonly id: string;
}

export type Refusal = RoleRefusal | 'gone' | 'ours-already' | 'other-kind' | 'asker-lacks-manage-channels';

/** Something of the same name, which could be used instead of making a second one. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Why it cannot be chosen. */
  readonly refused?: Refusal;
}

/** What the steps need and do not have. */
export type SetupObstacle =
  /** Without a channel: on the server as a whole. */
  | { readonly kind: 'permission-missing'; readonly permission: Permission; readonly channelId?: string }
  | RoleTooHigh
  | {
      readonly kind: 'role-limit' | 'channel-limit' | 'category-limit';
      /** The id of the full category. */
      readonly parent?: string;
      readonly most: number;
      readonly now: number;
      readonly more: number;
    }
  /** An organiser chose something that cannot be used. */
  | { readonly kind: 'refused'; readonly binding: string; readonly id: string; readonly why: Refusal };

/** Drag Cairn's role above it. */
export interface RoleTooHigh {
  readonly kind: 'role-too-high';
  readonly roleId: string;
  readonly botRoleId: string;
}

/** Nothing in the way of setting up, but in the way of what comes after. */
export type SetupWarning =
  | { readonly kind: 'role-unsafe'; readonly binding: string; readonly roleId: string; readonly why: UnsafeRole }
  | RoleTooHigh
  /** Cairn can't see its own channel. */
  | { readonly kind: 'channel-hidden'; readonly binding: string; readonly channelId: string };

export interface SetupPlan {
  /** In the order in which they are carried out: roles from the highest, then each category before its channels. */
  readonly steps: readonly SetupStep[];
  readonly kept: readonly KeptThing[];
  readonly missing: readonly MissingThing[];
  /** By binding. */
  readonly offers: Readonly<Record<string, readonly Candidate[]>>;
  /** Ours on the server, but in the file no more. Left alone; nothing is ever deleted. */
  readonly unlisted: readonly { readonly binding: string; readonly id: string; readonly name: string }[];
  /** Nothing is carried out while there is one. */
  readonly obstacles: readonly SetupObstacle[];
  readonly warnings: readonly SetupWarning[];
}

/** Whether there is something to do, and nothing in the way of it. */
export function canApply({ steps, obstacles }: SetupPlan): boolean {
  return steps.length > 0 && obstacles.length === 0;
}
