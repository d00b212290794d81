/** Scheduled events as a guild holds them, and as members answer to them. */
import type { APIGuildMember, APIGuildScheduledEvent, APIUser } from 'discord-api-types/v10';

/** Not yet in discord-api-types. */
export interface EventExceptionJson {
  readonly event_id: string;
  readonly event_exception_id: string;
  readonly scheduled_start_time: string | null;
  readonly scheduled_end_time: string | null;
  readonly is_canceled: boolean;
}

export type ScheduledEventJson = APIGuildScheduledEvent & {
  guild_scheduled_event_exceptions: readonly EventExceptionJson[];
};

export interface EventUserJson {
  readonly guild_scheduled_event_id: string;
  readonly guild_scheduled_event_exception_id?: string;
  readonly user_id: string;
  readonly user: APIUser;
  readonly member?: APIGuildMember;
  readonly response: 0 | 1;
}

export interface ScheduledEvent {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly status: 'scheduled' | 'active' | 'completed' | 'canceled';
  /** Of a recurring event: the occurrence that comes next or is under way, as the rule has it. */
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant | undefined;
  readonly channelId: string | undefined;
  readonly location: string | undefined;
  readonly creatorId: string | undefined;
  readonly repeats: boolean;
  /** User ids. */
  readonly interested: readonly string[];
  /** Who comes to the occurrence that starts then: who said so, and who said it of the whole event and not otherwise. */
  comingTo(occurrence: Temporal.Instant): readonly string[];
  /** Original starts of the next occurrences; skipped ones are left out. */
  upcoming(count: number): readonly Temporal.Instant[];
  /** As the API gives it, with the number of those interested. */
  readonly json: ScheduledEventJson;
}

/** What Discord's client offers, derived from the start as it does: "monthly" is the nth weekday of the month. */
export type Repetition = 'weekly' | 'every other week' | 'monthly' | 'yearly' | 'weekdays' | 'daily';

export interface NewScheduledEvent {
  readonly name: string;
  readonly startsAt: Temporal.Instant;
  /** Needed with a location. */
  readonly endsAt?: Temporal.Instant;
  /** A voice or stage channel, or else a location. */
  readonly channel?: { readonly id: string };
  readonly location?: string;
  readonly description?: string;
  readonly repeats?: Repetition;
  /** Default: the owner. */
  readonly by?: { readonly id: string };
}

type Id = { readonly id: string };

export interface GuildScheduledEvents {
  /** By id or name, among those to come and under way; by id also among finished ones. */
  scheduledEvent(idOrName: string): ScheduledEvent;
  scheduleEvent(event: NewScheduledEvent): ScheduledEvent;
  changeScheduledEvent(event: Id, change: Partial<Omit<NewScheduledEvent, 'by'>>): ScheduledEvent;
  startScheduledEvent(event: Id): void;
  /** A recurring one is scheduled anew for its next occurrence. */
  endScheduledEvent(event: Id): void;
  cancelScheduledEvent(event: Id): void;
  deleteScheduledEvent(event: Id): void;
  skipOccurrence(event: Id, start: Temporal.Instant): void;
  moveOccurrence(
    event: Id,
    start: Temporal.Instant,
    to: { startsAt: Temporal.Instant; endsAt?: Temporal.Instant },
  ): void;
  /** Takes back what was skipped or moved. */
  restoreOccurrence(event: Id, start: Temporal.Instant): void;
}

export interface MemberScheduledEvents {
  /** Presses "Interested", for the whole event or for the occurrence that starts then. */
  takesInterestIn(event: Id, occurrence?: Temporal.Instant): void;
  losesInterestIn(event: Id, occurrence?: Temporal.Instant): void;
}
