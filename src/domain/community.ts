/**
 * How a community is laid out on its server: roles, channels, groups. Plain frozen values;
 * `src/curriculum` reads them from community.yaml and has checked every reference.
 */

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** Its place in the list, counted from 1, is `dayOfWeek` of Temporal. */
export type Weekday = (typeof weekdays)[number];

/** Channels that Cairn itself looks for; a community may name and place them as it likes, or leave them out. */
export const channelsCairnUses = {
  start: 'start-here',
  certificates: 'certificates',
  studyGroups: 'study-groups',
  officeHours: 'office-hours',
  organisers: 'organisers',
} as const;

/** A role of ours. It carries no permissions: what it opens are channels. */
export interface CommunityRole {
  /** Unique among the roles; what its id on a server is stored under. */
  readonly key: string;
  readonly name: string;
  readonly emoji?: string;
  /** 0xrrggbb; absent: Discord's own. */
  readonly colour?: number;
  /** Its members are listed apart. */
  readonly hoist: boolean;
  /** Everybody may ping it, once the organisers consent. */
  readonly mentionable: boolean;
  /** Being on one of these paths brings the role. */
  readonly paths: readonly string[];
  /** Having earned one of these certificates brings it, for good. */
  readonly certificates: readonly string[];
  /** Being in one of these groups brings it: known for each server, see domain/followed-roles. Absent: no group ever did. */
  readonly groups?: readonly string[];
  /** Not of the file: made when the first member needs it. */
  readonly isOfProposal?: true;
}

/** `everyone`, `nobody` (but Cairn and administrators), or the holders of these roles. */
export type Audience = 'everyone' | 'nobody' | readonly string[];

export interface CommunityChannel {
  /** Unique among the channels of all categories. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'text' | 'voice';
  readonly topic?: string;
  readonly sees: Audience;
  /** In a voice channel whoever sees it may also speak and write. */
  readonly writes: Audience;
}

export interface CommunityCategory {
  readonly key: string;
  readonly name: string;
  readonly channels: readonly CommunityChannel[];
}

/** Wall-clock times, the same each week: 19:00 stays 19:00 across daylight saving. */
export interface Meeting {
  readonly days: readonly Weekday[];
  /** "19:00" */
  readonly at: string;
  readonly minutes: number;
  /** IANA name; absent: the community's zone. */
  readonly zone?: string;
}

export interface StudyGroup {
  readonly key: string;
  readonly title: string;
  /** Whose members it is meant for. */
  readonly paths: readonly string[];
  readonly channel: string;
  /** The voice channel it meets in. */
  readonly voice?: string;
  /** Pinged before a session; joining the group brings it. */
  readonly role?: string;
  readonly meets: readonly Meeting[];
}

export interface OfficeHours {
  readonly key: string;
  readonly title: string;
  readonly channel: string;
  readonly voice?: string;
  readonly meets: readonly Meeting[];
}

export interface MentorPool {
  readonly key: string;
  readonly title: string;
  /** Whose members it helps. */
  readonly paths: readonly string[];
  /** What its mentors have in common; joining the pool brings it. */
  readonly role?: string;
  /** How many mentors the community hopes for. */
  readonly aim: number;
}

export interface Community {
  readonly name: string;
  /** From the highest to the lowest, as they stand on a server that Cairn sets up. */
  readonly roles: readonly CommunityRole[];
  readonly categories: readonly CommunityCategory[];
  readonly studyGroups: readonly StudyGroup[];
  readonly officeHours: readonly OfficeHours[];
  readonly mentorPools: readonly MentorPool[];
}
