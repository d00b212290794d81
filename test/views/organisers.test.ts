import { describe, expect, test } from 'vitest';
import type { OrganiserProblem } from '../../src/domain/problem.ts';
import { organisersMessage, problemsPerMessage } from '../../src/views/organisers.ts';
import type { Names } from '../../src/views/repair.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const names: Names = {
  bot: 'Cairn',
  role: id => ({ '1': 'Cairn', '2': 'Distributed Systems Leader' })[id],
  channel: id => ({ '5': 'certificates' })[id],
  certificate: id => ({ leader: 'Distributed Systems Leader' })[id],
  group: key => ({ grads: 'New Graduates' })[key],
  ownRole: key =>
    ({
      leader: { name: 'Distributed Systems Leader', isCertificate: true },
      rookie: { name: 'New Graduate', isCertificate: false },
    })[key],
};
const said = (problem: OrganiserProblem, given = names) => textOf(organisersMessage([problem], given, 'en'));

const everyProblem: readonly OrganiserProblem[] = [
  { kind: 'role-too-high', roleId: '2', botRoleId: '1' },
  { kind: 'permission-missing', permission: 'ManageRoles' },
  { kind: 'permission-missing', permission: 'SendMessages', channelId: '5' },
  { kind: 'role-name-taken', name: 'Distributed Systems Leader', roleId: '2', ownRoleId: '3' },
  { kind: 'channel-name-taken', name: 'certificates', channelId: '5', ownChannelId: '6' },
  { kind: 'role-unsafe', roleId: '2', why: 'elevated' },
  { kind: 'role-unsafe', roleId: '2', why: 'managed' },
  { kind: 'role-unsafe', roleId: '2', why: 'self-assignable' },
  { kind: 'role-deleted', roleKey: 'leader' },
  { kind: 'role-deleted', roleKey: 'rookie' },
  { kind: 'channel-not-set-up', binding: 'channel:grads' },
  { kind: 'pings-disabled', groupKey: 'grads', binding: 'channel:grads' },
  { kind: 'pings-suppressed', groupKey: 'grads', why: 'not-running' },
  { kind: 'ping-mute', roleId: '2', channelId: '5' },
  { kind: 'ping-unseen', roleId: '2', channelId: '5' },
  { kind: 'channel-deleted', binding: 'channel:certificates' },
  { kind: 'role-limit' },
  { kind: 'channel-limit' },
  { kind: 'event-limit' },
  { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'too-far' },
  { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'taken' },
  { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'begun' },
  { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'twice' },
  { kind: 'permission-missing', permission: 'CreateEvents' },
  { kind: 'permission-missing', permission: 'Connect', channelId: '5' },
  { kind: 'two-factor' },
  { kind: 'given-up', effect: 'sync-roles', userId: '20', why: 'failed' },
  { kind: 'given-up', effect: 'announce-certificate', certificateId: 'leader', userId: '20', why: 'expired' },
  { kind: 'given-up', effect: 'group-proposal', groupKey: 'g-owls', why: 'failed' },
];

describe('organisers read what happened and exactly what to do', () => {
  test.each<[OrganiserProblem, string]>([
    [
      { kind: 'role-too-high', roleId: '2', botRoleId: '1' },
      'Server Settings → Roles: drag **Cairn** above **Distributed Systems Leader**.',
    ],
    [
      { kind: 'permission-missing', permission: 'ManageRoles' },
      'Server Settings → Roles → **Cairn** → Permissions: switch on **Manage Roles**.',
    ],
    [
      { kind: 'permission-missing', permission: 'SendMessages', channelId: '5' },
      '#certificates → Edit Channel → Permissions: add **Cairn** and allow **Send Messages**.',
    ],
    [{ kind: 'two-factor' }, 'Whoever owns the application Cairn must switch it on'],
    [{ kind: 'role-limit' }, 'this server has 250'],
    [{ kind: 'permission-missing', permission: 'CreateEvents' }, 'switch on **Create Events**.'],
    [
      { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'too-far' },
      'The session planned for 2027-03-29, 19:00 stays as it is: it can be moved by 14 days at most.',
    ],
    // Told at each look, also once the time has become free.
    [
      { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'taken' },
      'to where its session could not follow.',
    ],
    [
      { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'taken' },
      'The session planned for 2027-03-29, 19:00 stays as it is: the group had another meeting at that time.',
    ],
    [
      { kind: 'event-impossible', title: 'Readers', planned: '2027-03-29T19:00', why: 'begun' },
      'If you meet at its time, begin it by hand; if not, delete it.',
    ],
  ])('%o', (problem, todo) => {
    expect(said(problem)).toContain(todo);
  });

  test('every problem has words of its own', () => {
    expect(new Set(everyProblem.map(problem => said(problem))).size).toBe(everyProblem.length);
  });

  test('nobody is pinged', () => {
    for (const problem of everyProblem) expect(organisersMessage([problem], names, 'en').pings).toBeUndefined();
  });

  test('a role called @everyone or [like this](https://x.y) neither pings nor links', () => {
    const odd: Names = { ...names, role: () => '@everyone [a](https://b.c)' };
    expect(said({ kind: 'role-too-high', roleId: '2', botRoleId: '1' }, odd)).toContain(
      '**@\u200beveryone \\[a\\](https\\://b.c)**',
    );
  });

  test('a group is called by its title, a proposed one by what its key keeps of it, and the community by what it misses', () => {
    const of = (groupKey: string) => said({ kind: 'pings-disabled', groupKey, binding: 'channel:grads' });
    expect(of('grads')).toContain('I no longer say when New Graduates meets.');
    expect(of('g-book-club')).toContain('I no longer say when book-club meets.');
    expect(of('community')).toContain('I no longer post the weekly digest.');
    expect(said({ kind: 'pings-suppressed', groupKey: 'grads', why: 'late' })).toContain('of the group New Graduates');
  });

  test('what was deleted meanwhile is called so', () => {
    const none: Names = {
      bot: 'Cairn',
      role: () => undefined,
      channel: () => undefined,
      certificate: () => undefined,
      group: () => undefined,
      ownRole: () => undefined,
    };
    expect(said({ kind: 'role-too-high', roleId: '2', botRoleId: '1' }, none)).toContain('a deleted role');
    expect(said({ kind: 'role-deleted', roleKey: 'leader' }, none)).toContain('the certificate leader was deleted');
  });
});

describe('buttons', () => {
  test('any problem can be tried again', () => {
    expect(buttonsOf(organisersMessage([{ kind: 'role-limit' }], names, 'en'))).toEqual({
      'certificate/retry': 'Try again now',
    });
  });

  test('what was deleted can be created again', () => {
    expect(buttonsOf(organisersMessage([{ kind: 'role-deleted', roleKey: 'leader' }], names, 'en'))).toEqual({
      'certificate/retry': 'Try again now',
      'certificate/recreate/role:leader': 'Create it again',
    });
  });

  test('the role of a path is made again by the setup, which knows where it stands', () => {
    const message = organisersMessage([{ kind: 'role-deleted', roleKey: 'rookie' }], names, 'en');
    expect(textOf(message)).toContain('The role New Graduate was deleted.');
    expect(textOf(message)).toContain('`/admin setup` makes it again');
    expect(Object.keys(buttonsOf(message))).toEqual(['certificate/retry']);
  });

  test('of several things each has its button, once', () => {
    const problems: OrganiserProblem[] = [
      { kind: 'role-deleted', roleKey: 'leader' },
      { kind: 'role-deleted', roleKey: 'leader' },
      { kind: 'channel-deleted', binding: 'channel:certificates' },
    ];
    expect(buttonsOf(organisersMessage(problems, names, 'en'))).toEqual({
      'certificate/retry': 'Try again now',
      'certificate/recreate/role:leader': 'Create again: Distributed Systems Leader',
      'certificate/recreate/channel:certificates': 'Create again: #certificates',
    });
  });
});

test('the longest problems fit one message', () => {
  const long = '＠'.repeat(50) + '*'.repeat(50);
  const worst: Names = {
    bot: long,
    role: () => long,
    channel: () => long,
    certificate: () => long,
    group: () => long,
    ownRole: () => ({ name: long, isCertificate: true }),
  };
  const limits = everyProblem.map(problem => Array.from({ length: problemsPerMessage + 3 }, () => problem));
  for (const problems of limits) {
    const size = sizeOf(organisersMessage(problems, worst, 'en'));
    expect(size.components).toBeLessThanOrEqual(40);
    expect(size.characters).toBeLessThanOrEqual(4000);
    expect(size.longestId).toBeLessThanOrEqual(100);
    expect(size.repeatedIds).toEqual([]);
  }
});
