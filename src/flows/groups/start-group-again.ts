/** An organiser has a group of the file meet again that had ended: whoever was in it still is. */
import { titleInFile } from '../../domain/groups/group.ts';
import type { BreakOutcome } from '../../domain/groups/hosting.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { forgetEnd } from '../../store/groups/groups.ts';
import { beginSchedule } from '../../store/groups/schedules.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { findEnded } from './find-group.ts';
import { auditDecision, type Deciding } from './hosting.ts';
import { loadGroups } from './load-groups.ts';

/** In a transaction; wake the sender after it. Undefined where it cannot: it is no organiser's word, or no group of the file's. */
export async function startGroupAgain(
  tx: Db,
  context: FlowContext,
  deciding: Deciding,
  asked: string,
): Promise<BreakOutcome | undefined> {
  const { guildId, interactionId } = deciding;
  const ended = deciding.isOrganiser ? await findEnded(context, tx, guildId, asked) : undefined;
  if (!ended || titleInFile(context.community, ended.id) === undefined) return undefined;
  if (!(await forgetEnd(tx, guildId, ended.id, interactionId))) return undefined;
  const group = (await loadGroups(context, tx, guildId)).groups.find(({ key }) => key === ended.id);
  if (!group) return undefined;
  const now = context.now();
  await beginSchedule(tx, guildId, group.key, now);
  await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: group.key, because: interactionId }], now);
  await auditDecision(tx, deciding, { action: 'group-resumed', subject: group.title }, now);
  const session = nextHeld(group, await loadExceptions(tx, guildId, group.key), now);
  return { kind: 'started-again', group, ...(session ? { next: { group, session } } : {}) };
}
