/** A member proposes a group: it stands on record, and the organisers are asked, in one transaction. */
import { type Group, groupsOfFile } from '../../domain/groups/group.ts';
import {
  type AskedGroup,
  keyFor,
  mostProposals,
  type ProposeOutcome,
  pathTitles,
  type Read,
  readProposal,
} from '../../domain/groups/proposal.ts';
import { findExact } from '../../domain/search.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { type GroupRecord, groupRecords, saveProposal } from '../../store/groups/groups.ts';
import { memberSettings } from '../../store/groups/member-settings.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import type { Asker, FlowContext } from '../context.ts';
import { communityZone } from './load-groups.ts';
import { meantZone } from './suggest-zones.ts';

export async function proposeGroup(context: FlowContext, asker: Asker, asked: AskedGroup): Promise<ProposeOutcome> {
  const { db, curriculum, now, wake } = context;
  const { guildId, userId, interactionId } = asker;
  const outcome = await inTransaction(db, async (tx): Promise<ProposeOutcome> => {
    await lockServer(tx, guildId);
    const records = await groupRecords(tx, guildId);
    const own = records.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === userId);
    if (own.length >= mostProposals)
      return { kind: 'too-many', open: own.map(({ key, definition }) => definition?.title ?? key) };
    const fromFile = groupsOfFile(context.community, await communityZone(context, tx, guildId));
    const read = readProposal(asked, {
      zone: await zoneOf(tx, context, asker, asked.zone),
      path: pathOf(context, asked.path),
      titles: titlesIn(fromFile, records),
    });
    if ('problems' in read) return { kind: 'refused', asked, ...read };
    const { definition } = read;
    const key = keyFor(definition.title, new Set([...fromFile, ...records].map(one => one.key)));
    await saveProposal(tx, guildId, key, { definition, userId, at: now(), by: interactionId });
    await enqueue(tx, [{ kind: 'group-proposal', guildId, groupKey: key, step: 'asked' }], now());
    const paths = pathTitles(curriculum, definition.paths);
    return { kind: 'proposed', proposal: { key, definition, proposedBy: userId, paths } };
  });
  if (outcome.kind === 'proposed') wake();
  return outcome;
}

/** What the form holds at first: the member's own zone, else the community's. */
export async function usualZone(context: FlowContext, asker: Asker): Promise<string> {
  return (
    (await memberSettings(context.db, asker)).timeZone ?? (await communityZone(context, context.db, asker.guildId))
  );
}

async function zoneOf(tx: Db, context: FlowContext, asker: Asker, typed: string | undefined): Promise<Read['zone']> {
  if (typed === undefined || typed.trim() === '')
    return { zone: (await memberSettings(tx, asker)).timeZone ?? (await communityZone(context, tx, asker.guildId)) };
  const meant = meantZone(typed, context.now(), 3);
  return 'zone' in meant ? meant : { nearest: meant.nearest.map(({ zone }) => zone) };
}

function pathOf({ paths }: FlowContext, typed: string | undefined): Read['path'] {
  if (typed === undefined || typed.trim() === '') return undefined;
  return findExact(paths, typed) ?? 'unknown';
}

/** A title is free again once its group has ended or was declined. */
function titlesIn(fromFile: readonly Group[], records: readonly GroupRecord[]): readonly string[] {
  const gone = new Set(records.filter(({ state }) => state === 'ended').map(({ key }) => key));
  const open = records.filter(({ state }) => state === 'running' || state === 'proposed');
  return [
    ...fromFile.filter(({ key }) => !gone.has(key)).map(({ title }) => title),
    ...open.flatMap(({ definition }) => definition?.title ?? []),
  ];
}
