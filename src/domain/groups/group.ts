/** What meets: study groups and office hours, of the community's file or proposed by members, in one shape. */
import type { Community, Meeting, Weekday } from '../community.ts';

/** One meeting of the week. Two slots of a group never share day and time, which name the session. */
export interface Slot {
  readonly day: Weekday;
  /** "19:00": what the clock on the wall shows in the zone. */
  readonly at: string;
  readonly minutes: number;
  /** IANA name. */
  readonly zone: string;
}

export interface Group {
  /** Unique on a server: letters, digits and -. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'study-group' | 'office-hours';
  /** Whose members it is meant for; empty: everybody. */
  readonly paths: readonly string[];
  /** Keys of the community's channels. */
  readonly channel: string;
  readonly voice?: string;
  /** Key of the role that joining brings and that is pinged. */
  readonly role?: string;
  readonly slots: readonly Slot[];
  /** A member proposed it, and an organiser approved. */
  readonly isProposed: boolean;
}

/** What a member proposed: a group of one meeting or more, in the zone they thought of. */
export type GroupDefinition = Pick<Group, 'title' | 'paths' | 'slots'>;

/** Key of the role that a proposed group's members get: made when the first one needs it. */
export const roleOfProposed = (groupKey: string) => `group-${groupKey}`;

/** How the keys of office hours begin, so that they are no study group's. */
export const officeHoursPrefix = 'office-hours-';

/** The proposed group whose role it is, in short: its key is all that organisers need to know it by. */
export function proposedOf(roleKey: string): string | undefined {
  return /^group-g-(.+)$/.exec(roleKey)?.[1];
}

/** Under which the server's own digest and summary are planned, beside the groups. */
export const communityKey = 'community';

/** What a group of the file is called; undefined where the file has none of this key. */
export function titleInFile({ studyGroups, officeHours }: Community, groupKey: string): string | undefined {
  const hours = officeHours.map(({ key, title }) => ({ key: `${officeHoursPrefix}${key}`, title }));
  return [...studyGroups, ...hours].find(({ key }) => key === groupKey)?.title;
}

/** @param zone the community's, for meetings that name none. */
export function groupsOfFile({ studyGroups, officeHours }: Community, zone: string): readonly Group[] {
  return [
    ...studyGroups.map(({ meets, ...group }): Group => {
      return { ...group, kind: 'study-group', slots: slotsOf(meets, zone), isProposed: false };
    }),
    ...officeHours.map(({ key, meets, ...hours }): Group => {
      const slots = slotsOf(meets, zone);
      return { ...hours, key: `${officeHoursPrefix}${key}`, kind: 'office-hours', paths: [], slots, isProposed: false };
    }),
  ];
}

function slotsOf(meets: readonly Meeting[], zone: string): readonly Slot[] {
  const slots = meets.flatMap(({ days, at, minutes, zone: own }) =>
    days.map(day => ({ day, at, minutes, zone: own ?? zone })),
  );
  return [...new Map(slots.map(slot => [`${slot.day} ${slot.at}`, slot])).values()];
}
