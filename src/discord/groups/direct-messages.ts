/** Direct messages, few at a time: Discord bars bots that write to many strangers at once. One for each process. */
export interface DirectMessages {
  /** The channel with a member that was opened before. */
  known(userId: string): string | undefined;
  /** How long to wait before one more may be opened; undefined: not at all, and this one is counted. */
  reserve(): Temporal.Duration | undefined;
  opened(userId: string, channelId: string): void;
  /** Discord said that it goes too fast (40003). */
  slowDown(): void;
}

const perMinute = 10;
const aMinute = Temporal.Duration.from({ minutes: 1 });
const pause = Temporal.Duration.from({ minutes: 10 });
/** Of those known; the oldest are forgotten first. */
const mostKnown = 5_000;

export function createDirectMessages(now: () => Temporal.Instant): DirectMessages {
  const channels = new Map<string, string>();
  let opened: Temporal.Instant[] = [];
  let notBefore: Temporal.Instant | undefined;
  const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

  return {
    known: userId => channels.get(userId),
    reserve() {
      const at = now();
      if (notBefore && isAfter(notBefore, at)) return at.until(notBefore);
      // Those of the future were before the clock was set back.
      opened = opened.filter(then => isAfter(then.add(aMinute), at) && !isAfter(then, at));
      const [oldest] = opened;
      if (oldest && opened.length >= perMinute) return at.until(oldest.add(aMinute));
      opened.push(at);
      return undefined;
    },
    opened(userId, channelId) {
      channels.delete(userId);
      channels.set(userId, channelId);
      const [first] = channels.keys();
      if (channels.size > mostKnown && first !== undefined) channels.delete(first);
    },
    slowDown() {
      notBefore = now().add(pause);
    },
  };
}
