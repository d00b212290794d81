/** What has been claimed and is being sent: in order for each member, at once for different ones. */
import type { Effect } from '../domain/effect.ts';
import { type Claimed, settle } from '../store/deliveries.ts';
import { carryOut, type Outgoing } from './carrying-out.ts';
import { createLanes } from './lanes.ts';

export interface UnderWay {
  readonly size: number;
  take(claim: Claimed, leasedUntil: Temporal.Instant, onEnd: () => void): void;
  /** Whether something is being sent. @param withJobs whether a step of a job counts. */
  isBusy(withJobs: boolean): boolean;
  /** Resolves when all that is being sent now has ended. */
  ended(withJobs: boolean): Promise<void>;
  /** Begins nothing new; resolves when all has ended, or after so many milliseconds. */
  drain(longest: number): Promise<void>;
}

interface Hold {
  readonly claim: Claimed;
  readonly leasedUntil: Temporal.Instant;
}

export function trackSending(out: Outgoing): UnderWay {
  const lanes = createLanes();
  const holds = new Map<number, Hold>();
  const runs = new Map<Promise<void>, Claimed>();
  let draining = false;
  let abandoned = false;

  async function sendOne(id: number): Promise<void> {
    try {
      const hold = holds.get(id);
      if (!hold || isOver(hold)) return;
      if (draining) await handBack(hold.claim);
      else await carryOut(out, hold.claim, () => (abandoned ? undefined : holds.get(id)?.claim));
    } catch (error) {
      // Its lease ends, and it is sent again; Discord's side of it is made for that.
      out.log.error({ err: error }, 'What became of an effect could not be saved');
    } finally {
      holds.delete(id);
    }
  }

  /** It waited for its turn so long that somebody else may have it. */
  const isOver = ({ leasedUntil }: Hold) => Temporal.Instant.compare(out.now(), leasedUntil) >= 0;
  const handBack = (claim: Claimed) => settle(out.db, claim, { state: 'pending', dueAt: out.now() }, out.now());

  return {
    get size() {
      return holds.size;
    },
    take(claim, leasedUntil, onEnd) {
      // Claimed anew while it is being sent, since the clock jumped: what is under way counts for the new lease, and
      // its lane lets nothing in beside it.
      holds.set(claim.id, { claim, leasedUntil });
      const run = lanes
        .run(laneOf(claim.effect), () => sendOne(claim.id))
        .then(() => {
          runs.delete(run);
          onEnd();
        });
      runs.set(run, claim);
    },
    isBusy(withJobs) {
      return [...holds.values()].some(({ claim }) => isMeant(claim, withJobs));
    },
    async ended(withJobs) {
      await Promise.all([...runs].flatMap(([run, claim]) => (isMeant(claim, withJobs) ? [run] : [])));
    },
    async drain(longest) {
      draining = true;
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, longest);
      await Promise.race([Promise.all(runs.keys()), late]);
      clearTimeout(timer);
      abandoned = true;
    },
  };
}

const isMeant = ({ effect }: Claimed, withJobs: boolean) => withJobs || effect.kind !== 'work-job';

function laneOf(effect: Effect): string {
  if (effect.kind === 'work-job') return `${effect.guildId}/job/${effect.jobId}`;
  if (effect.kind === 'ping') return `${effect.guildId}/group/${effect.ping.groupKey}`;
  if (effect.kind === 'mirror-sessions') return `${effect.guildId}/events/${effect.groupKey}`;
  return 'member' in effect ? `${effect.member.guildId}/${effect.member.userId}` : effect.guildId;
}
