/** A plan, its progress and its end read well and fit a message, however large the community. */
import { expect, test } from 'vitest';
import type { Community } from '../../src/domain/community.ts';
import type { Job } from '../../src/domain/job.ts';
import { fingerprintOf } from '../../src/domain/plan-fingerprint.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import type { SetupChoices } from '../../src/domain/setup-choices.ts';
import { emptyDraft } from '../../src/domain/setup-choices.ts';
import type { SetupEnd } from '../../src/domain/setup-outcome.ts';
import type { Known } from '../../src/domain/setup-plan.ts';
import { planMessage } from '../../src/views/setup-plan.ts';
import { setupProgressMessage } from '../../src/views/setup-progress.ts';
import { aChannel, aRole, aServer, choosing } from '../domain/a-server.ts';
import { aCommunity, aCommunityChannel, aCommunityRole, small } from '../support/a-community.ts';
import { at } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const long = (n: number) => `${'_*'.repeat(40)}${n}`;
const huge: Community = aCommunity({
  roles: Array.from({ length: 120 }, (_, n) => aCommunityRole(`r${n}`, { name: long(n), mentionable: true })),
  categories: Array.from({ length: 12 }, (_, n) => ({
    key: `c${n}`,
    name: long(n),
    channels: Array.from({ length: 12 }, (_, m) => aCommunityChannel(`c${n}-${m}`, { name: long(m), sees: 'nobody' })),
  })),
});

function shownOn(
  community: Community,
  server = aServer(),
  known = new Map<string, Known>(),
  more: Partial<SetupChoices> = {},
) {
  const plan = planSetup(community, known, server, choosing(more));
  const shown = { plan, fingerprint: fingerprintOf(plan), draft: emptyDraft, mentionable: false };
  return planMessage(shown, server);
}

function fits(message: ReturnType<typeof planMessage>) {
  const { components, characters, longestId, repeatedIds } = sizeOf(message);
  expect(components).toBeLessThanOrEqual(40);
  expect(characters).toBeLessThanOrEqual(4000);
  expect(longestId).toBeLessThanOrEqual(100);
  expect(repeatedIds).toEqual([]);
}

test('a plan names what would be made, and Apply carries its fingerprint', () => {
  const message = shownOn(small);
  expect(textOf(message)).toContain('**New roles** · 2\nThe learner, The certified');
  expect(textOf(message)).toContain('**First**: #talk 🔒, #news 📢');
  expect(Object.keys(buttonsOf(message)).find(id => /^admin\/apply\/\w{22}$/.test(id))).toBeDefined();
});

test('a huge plan fits: where everything is new, already there, deleted, or in the way', () => {
  fits(shownOn(huge));
  const roles = huge.roles.map(({ name }, n) => aRole(String(1000 + n), { name, permissions: n % 2 === 0 ? 0n : 8n }));
  const channels = Array.from({ length: 60 }, (_, n) => aChannel(String(2000 + n), { name: long(n % 12) }));
  fits(shownOn(huge, aServer({ roles, channels })));
  const gone = new Map(huge.roles.map(({ key }) => [`role:${key}`, { state: 'gone', discordId: '5' } as const]));
  fits(shownOn(huge, aServer({ roles, channels }), gone));
  fits(
    shownOn(
      huge,
      aServer({ botPermissions: 0n, roles: Array.from({ length: 240 }, (_, n) => aRole(String(3000 + n))) }),
    ),
  );
});

test('what was changed by hand is named with what was changed', () => {
  const known = new Map<string, Known>([['role:learner', { state: 'bound', discordId: '7' }]]);
  const message = shownOn(small, aServer({ roles: [aRole('7', { name: 'Rookie', colour: 0x123456 })] }), known);
  expect(textOf(message)).toContain('Changed by hand, and stays so: Rookie (name)');
});

const job = (more: Partial<Job>): Job => ({
  id: 3,
  guildId: '100',
  kind: 'set-up',
  key: 'k',
  payload: {},
  state: 'running',
  done: 10,
  total: 40,
  written: 10,
  startedAt: at('2026-03-02T12:00:00Z'),
  changedAt: at('2026-03-02T12:00:10Z'),
  ...more,
});
const said = (more: Partial<Job>) => textOf(setupProgressMessage(job(more), aServer(), 'en'));
const stoppedBy = (outcome: SetupEnd) => said({ state: 'stopped', outcome });

test('progress says how far it is and how long the rest takes', () => {
  expect(said({})).toContain('25% · 10 of 40\nabout 30 s left');
  expect(said({ done: 1 })).not.toContain('left');
  expect(said({ changedAt: at('2026-03-02T12:10:00Z') })).toContain('about 30 min left');
  expect(said({ state: 'paused' })).toContain('What is done stays done.');
});

test('an end says what was made, or what is in the way and that what is done stays', () => {
  expect(said({ state: 'done', outcome: { kind: 'done', made: 3, adopted: 1, changed: 0 } })).toContain(
    '3 made · 1 of yours used',
  );
  expect(stoppedBy({ kind: 'server-changed' })).toContain('The server changed while I was at it');
  expect(stoppedBy({ kind: 'refused' })).toContain('10 of 40 steps are done and stay so');
  expect(stoppedBy({ kind: 'obstacles', obstacles: [{ kind: 'role-limit', most: 250, now: 249, more: 3 }] })).toContain(
    'Delete 2 that nobody needs',
  );
  expect(stoppedBy({ kind: 'obstacle', problem: { kind: 'permission-missing', permission: 'ManageRoles' } })).toContain(
    'switch on **Manage Roles**',
  );
});
