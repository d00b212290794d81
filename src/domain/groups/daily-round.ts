/** Once a day each group is looked at even if nothing is due: its events roll on. Spread over the day. */

export interface DailyRound {
  /** Which of its days it is, "2027-03-28". */
  readonly day: string;
  readonly next: Temporal.Instant;
}

const millisPerDay = 24 * 60 * 60 * 1000;

export function dailyRound(guildId: string, groupKey: string, now: Temporal.Instant): DailyRound {
  const offset = { milliseconds: spread(`${guildId}/${groupKey}`) % millisPerDay };
  const date = now.subtract(offset).toZonedDateTimeISO('UTC').toPlainDate();
  return { day: date.toString(), next: date.add({ days: 1 }).toZonedDateTime('UTC').toInstant().add(offset) };
}

/** The same for the same text, and far apart for those that are alike: FNV-1a. */
export function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
