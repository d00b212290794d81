/** Everything is per guild: whatever happens in one leaves the other as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import type { OrganiserProblem } from '../../src/domain/problem.ts';
import { bind, findBinding, forgetBinding, markGone, reserve } from '../../src/store/bindings.ts';
import { saveCertificates } from '../../src/store/certificates.ts';
import type { Db } from '../../src/store/database.ts';
import { declare } from '../../src/store/declarations.ts';
import { enrol, leave } from '../../src/store/enrolments.ts';
import { issuedTo, renameIssued, saveIssued } from '../../src/store/issued-certificates.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { findNameDraft, forgetNameDraft, saveNameDraft } from '../../src/store/name-drafts.ts';
import { markTold, raise, untold } from '../../src/store/notices.ts';
import { enqueue, findDelivery, requeue, retryNow } from '../../src/store/outbox.ts';
import { revoke } from '../../src/store/revocations.ts';
import { saveTick, undoTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const now = at('2026-03-02');
const problem: OrganiserProblem = { kind: 'role-limit' };
const member = (guildId: string) => ({ guildId, userId: '1200' });
const grant = (guildId: string): Effect => ({ kind: 'sync-roles', member: member(guildId), because: '1' });

const anIssued = {
  certificateId: 'leader',
  title: 'Leader',
  pathTitle: 'Leader Path',
  name: 'Ada',
  items: [],
  salt: 'c2FsdA',
};
/** What no two certificates share. */
const ownOf = (guildId: string) => ({
  id: `00000000-0000-4000-8000-00000000${guildId}`,
  statusIndex: Number(guildId),
});

type Act = (db: Db, guildId: string, by: string) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  saveTick: (db, guild, by) => saveTick(db, member(guild), { itemId: 'law-1', evidence: 'linked', at: now }, by),
  undoTick: (db, guild, by) => undoTick(db, member(guild), 'law-1', now, by),
  enrol: (db, guild, by) => enrol(db, member(guild), { pathId: 'architect', since: now }, by),
  leave: (db, guild, by) => leave(db, member(guild), 'architect', now, by),
  declare: (db, guild) => declare(db, member(guild), 'years', now),
  certificate: (db, guild) =>
    saveCertificates(db, member(guild), [{ certificateId: 'leader', at: now, curriculumVersion: '1', items: 3 }]),
  issue: (db, guild, by) => saveIssued(db, { ...anIssued, member: member(guild), ...ownOf(guild) }, by, now),
  rename: (db, guild, by) => renameIssued(db, { ...anIssued, member: member(guild) }, 'Ada Byron', by, now),
  revoke: (db, guild) => revoke(db, member(guild), 'leader', 'other', now),
  saveNameDraft: (db, guild) => saveNameDraft(db, member(guild), 'leader', { name: 'Ada', announce: true }, now),
  forgetNameDraft: (db, guild) => forgetNameDraft(db, member(guild), 'leader'),
  enqueue: (db, guild) => enqueue(db, [grant(guild)], now),
  requeue: (db, guild) => requeue(db, grant(guild), now),
  retryNow: (db, guild) => retryNow(db, guild, now),
  reserve: (db, guild) => reserve(db, guild, 'role:leader', now),
  bind: (db, guild) => bind(db, guild, 'role:leader', now, '1500'),
  markGone: (db, guild) => markGone(db, guild, '1500'),
  forgetBinding: (db, guild) => forgetBinding(db, guild, 'role:leader'),
  raise: (db, guild) => raise(db, guild, problem, now),
  markTold: (db, guild) => markTold(db, guild, [problem], now),
};

async function everythingOf(db: Db, guildId: string) {
  return {
    learner: await loadLearner(db, member(guildId)),
    delivery: await findDelivery(db, `sync-roles/${guildId}/1200/1`),
    binding: await findBinding(db, guildId, 'role:leader'),
    notices: await untold(db, guildId),
    issued: await issuedTo(db, member(guildId)),
    nameDraft: await findNameDraft(db, member(guildId), 'leader'),
  };
}

const script = fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 12 });

onEachEngine('two guilds on $name', ({ emptyStore, numRuns }) => {
  test('know nothing of each other', async () => {
    await fc.assert(
      fc.asyncProperty(script, script, async (here, there) => {
        const { db } = await emptyStore();
        for (const [by, act] of here.entries()) await acts[act]?.(db, '1100', String(by));
        const before = await everythingOf(db, '1100');
        for (const [by, act] of there.entries()) await acts[act]?.(db, '1101', String(by + 50));
        expect(await everythingOf(db, '1100')).toEqual(before);
      }),
      { numRuns },
    );
  });
});
