/** Guild scheduled events as the server remembers them. All times are epoch milliseconds. */

/** A rule in the few forms Discord allows; the meaning of its lists is iCalendar's, in UTC. */
export interface RecurrenceRecord {
  readonly start: number;
  readonly frequency: 0 | 1 | 2 | 3;
  readonly interval: number;
  /** Monday is 0. */
  readonly byWeekday: readonly number[] | null;
  readonly byNWeekday: readonly { readonly n: number; readonly day: number }[] | null;
  readonly byMonth: readonly number[] | null;
  readonly byMonthDay: readonly number[] | null;
}

/** One occurrence that is moved or skipped. */
export interface EventExceptionRecord {
  /** A snowflake of the original start: unique only within its event. */
  readonly id: string;
  startsAt: number | null;
  endsAt: number | null;
  canceled: boolean;
}

export interface CoverRecord {
  readonly hash: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** 0 not interested, 1 interested. */
export type EventResponse = 0 | 1;

export interface ScheduledEventRecord {
  readonly id: string;
  readonly guildId: string;
  readonly creatorId: string | null;
  name: string;
  description: string | null;
  /** 1 stage, 2 voice, 3 external. */
  type: 1 | 2 | 3;
  channelId: string | null;
  location: string | null;
  /** Of the occurrence that comes next or is under way. */
  startsAt: number;
  endsAt: number | null;
  /** 1 scheduled, 2 active, 3 completed, 4 canceled. */
  status: 1 | 2 | 3 | 4;
  recurrence: RecurrenceRecord | null;
  /** By id. */
  readonly exceptions: Map<string, EventExceptionRecord>;
  cover: CoverRecord | null;
  /** The stage that the event opened. */
  stageId: string | null;
  /** User ids. */
  readonly interested: Set<string>;
  /** Answers to single occurrences: by exception id, then by user id. */
  readonly responses: Map<string, Map<string, EventResponse>>;
  /** Since when nobody is in the channel of an event under way. */
  emptySince: number | null;
}
