/** A time zone somebody may have meant, as they can recognise it. */

export interface ZoneMatch {
  /** IANA name. */
  readonly zone: string;
  readonly city: string;
  /** Empty for UTC. */
  readonly country: string;
  /** "Eastern Time" */
  readonly name: string;
  /** What its clocks show now. */
  readonly clock: Temporal.PlainDateTime;
}
