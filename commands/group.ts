/** Study groups and office hours: which there are, joining and leaving, when they meet, and what hosts decide. */
import { type Caller, defineCommand, type Request, type Typing } from '../src/discord/command.ts';
import type { FeedWish } from '../src/domain/groups/calendar-feed.ts';
import { holds } from '../src/domain/permissions.ts';
import { agendaMessage } from '../src/views/groups/agenda.ts';
import { answerMessage } from '../src/views/groups/answers.ts';
import { attendanceMessage, sessionChoice } from '../src/views/groups/attendance.ts';
import { breakMessage } from '../src/views/groups/breaks.ts';
import { calendarMessage, sessionFileMessage } from '../src/views/groups/calendar.ts';
import { endMessage, hostMessage } from '../src/views/groups/ending.ts';
import { hereMessage } from '../src/views/groups/here.ts';
import { hostedChangeMessage, newTimeSuggestion, sessionSuggestion } from '../src/views/groups/hosted-change.ts';
import { joinMessage, leaveGroupMessage } from '../src/views/groups/joining.ts';
import { groupListMessage } from '../src/views/groups/list.ts';
import { nextMeetingsMessage } from '../src/views/groups/next.ts';
import { organisersDecideMessage } from '../src/views/groups/not-host.ts';
import { proposalForm, readProposalForm, type TypedGroup, typedBefore } from '../src/views/groups/proposal-form.ts';
import { decideMessage, proposalsMessage, proposeMessage } from '../src/views/groups/proposing.ts';
import { shownGroupMessage } from '../src/views/groups/show.ts';
import { day } from '../src/views/groups/when.ts';
import { zoneChoices } from '../src/views/groups/zones.ts';

/** Organisers may do all that a host may. */
const asOrganiser = (caller: Caller) => ({ ...caller, isOrganiser: holds(caller.permissions, 'ManageGuild') });

const groupsToSuggest =
  (which: 'all' | 'own' | 'open' | 'hosted') =>
  async ({ flows, caller, typed }: Typing) =>
    (await flows.suggestGroups(asOrganiser(caller), typed, which)).map(({ key, title }) => ({
      name: title,
      value: key,
    }));

const aGroup = (which: 'all' | 'own' | 'open' | 'hosted') =>
  ({ kind: 'text', says: 'Which group', required: true, suggest: groupsToSuggest(which) }) as const;
const onlyOne = { kind: 'text', says: 'Only one group’s', suggest: groupsToSuggest('all') } as const;
const reason = { kind: 'text', says: 'As the group will read it' } as const;

const list = async ({ flows, caller, locale }: Request, page = 0) =>
  groupListMessage(await flows.listGroups(asOrganiser(caller), page), locale);

const join = async ({ flows, caller }: Request, group = '') => joinMessage(await flows.joinGroup(caller, group));

const leave = async ({ flows, caller }: Request, group = '') =>
  leaveGroupMessage(await flows.leaveGroup(caller, group));

const next = async ({ flows, caller }: Request, group?: string) =>
  nextMeetingsMessage(await flows.nextMeetings(caller, group));

const calendar = async ({ flows, caller }: Request, group?: string, wish?: FeedWish) =>
  calendarMessage(await flows.openCalendar(asOrganiser(caller), group, wish));

const show = async ({ flows, caller, locale }: Request, group = '') =>
  shownGroupMessage(await flows.showGroup(asOrganiser(caller), group), locale);

const agenda = async ({ flows, caller, locale }: Request, group = '') =>
  agendaMessage(await flows.groupAgenda(caller.guildId, group), locale);

const answer = async (
  { flows, caller, locale }: Request,
  [group = '', planned = '']: readonly string[],
  isComing: boolean,
) => answerMessage(await flows.answerSession(caller, group, planned, isComing), locale);

const attendance = async (
  { flows, caller, locale }: Request,
  [group = '', planned = '']: readonly string[],
  correction?: { readonly userId: string; readonly isHere: boolean },
) => attendanceMessage(await flows.attendance(asOrganiser(caller), group, planned, correction), locale);

const heldLately = async ({ flows, caller, typed }: Typing) =>
  (await flows.recentSessions(asOrganiser(caller), typed)).map(sessionChoice);

const zonesToSuggest = async ({ flows, typed }: Typing) => zoneChoices(await flows.suggestZones(typed));

const pathsToSuggest = async ({ flows, typed }: Typing) =>
  (await flows.suggestPaths(typed)).map(({ id, title }) => ({ name: title, value: id }));

const groupsOrAll = async (request: Typing) => {
  const groups = await groupsToSuggest('hosted')(request);
  return asOrganiser(request.caller).isOrganiser ? [{ name: 'All groups', value: 'all' }, ...groups] : groups;
};

const sessionsToSuggest =
  (wanted: 'held' | 'off') =>
  async ({ flows, caller, typed }: Typing) =>
    (await flows.suggestSessions(asOrganiser(caller), typed, wanted)).map(sessionSuggestion);

const aSession = (wanted: 'held' | 'off') =>
  ({ kind: 'text', says: 'Which meeting', required: true, suggest: sessionsToSuggest(wanted) }) as const;

const newTimes = async ({ flows, caller, typed, others: { session = '' } }: Typing) =>
  (await flows.suggestNewTimes(asOrganiser(caller), typed, session)).map(newTimeSuggestion);

const breakDates = async ({ flows, caller, typed, others: { group = '', from } }: Typing) =>
  (await flows.suggestBreakDates(caller.guildId, group, { typed, from })).map(date => ({
    name: day(date.toString()),
    value: date.toString(),
  }));

const skip = async ({ flows, caller }: Request, session: string, reason?: string) =>
  hostedChangeMessage(await flows.skipSession(asOrganiser(caller), session, reason), 'skip');

const hold = async ({ flows, caller }: Request, session: string, reason?: string) =>
  hostedChangeMessage(await flows.holdSession(asOrganiser(caller), session, reason), 'hold');

const resume = async ({ flows, caller }: Request, group = '') =>
  breakMessage(await flows.resumeGroup(asOrganiser(caller), group));

const end = async ({ flows, caller, locale }: Request, group = '', isSure = false) =>
  endMessage(await flows.endGroup(asOrganiser(caller), group, isSure), locale);

const decide = async ({ flows, caller }: Request, key = '', isApproved: boolean) =>
  decideMessage(await flows.decideProposal(asOrganiser(caller), key, isApproved));

const proposals = async ({ flows, caller }: Request) =>
  asOrganiser(caller).isOrganiser
    ? proposalsMessage(await flows.openProposals(caller.guildId))
    : organisersDecideMessage();

/** A form for what is missing. */
const create = async ({ flows, caller }: Request, asked: TypedGroup) => {
  const { title, days, time } = asked;
  return title === undefined || days === undefined || time === undefined
    ? proposalForm(asked, await flows.usualZone(caller))
    : proposeMessage(await flows.proposeGroup(caller, { ...asked, title, days, time }));
};

export const command = defineCommand({
  name: 'group',
  says: 'Study groups: join one, see when it meets',
  subcommands: {
    list: { says: 'All groups, and when each meets next in your time', options: {}, run: request => list(request) },
    join: {
      says: 'Join a group: its role, its channel and its pings come with it',
      options: { group: aGroup('open') },
      run: request => join(request, request.given.group),
    },
    leave: {
      says: 'Leave a group; what you have done stays yours',
      options: { group: aGroup('own') },
      run: request => leave(request, request.given.group),
    },
    next: {
      says: 'The next meetings of your groups, in your time and theirs',
      options: { group: onlyOne },
      run: request => next(request, request.given.group),
    },
    show: {
      says: 'One group: who hosts it, when it meets, how many come',
      options: { group: aGroup('all') },
      run: request => show(request, request.given.group),
    },
    agenda: {
      says: 'What the next meeting of a group covers',
      options: { group: aGroup('all') },
      run: request => agenda(request, request.given.group),
    },
    attendance: {
      says: 'For hosts: who was at a meeting, and setting it right',
      options: {
        session: { kind: 'text', says: 'Which meeting', required: true, suggest: heldLately },
        member: { kind: 'member', says: 'Whose attendance you set right' },
        here: { kind: 'flag', says: 'Whether they were here; left out: they were' },
      },
      run: request => {
        const { session, member, here = true } = request.given;
        return attendance(request, session.split('/'), member && { userId: member.userId, isHere: here });
      },
    },
    create: {
      says: 'Propose a group of your own; an organiser approves it',
      options: {
        title: { kind: 'text', says: 'What it is called' },
        days: { kind: 'text', says: 'Mon, Wed; or weekdays, or daily' },
        time: { kind: 'text', says: 'When it begins, in its time zone: 19:00' },
        minutes: { kind: 'text', says: 'How long it takes: 60' },
        zone: { kind: 'text', says: 'Its time zone, by city or country; left out: yours', suggest: zonesToSuggest },
        path: { kind: 'text', says: 'Whom it is for; left out: everybody', suggest: pathsToSuggest },
      },
      run: request => create(request, request.given),
    },
    skip: {
      says: 'For hosts: one meeting does not take place',
      options: { session: aSession('held'), reason },
      run: request => skip(request, request.given.session, request.given.reason),
    },
    move: {
      says: 'For hosts: one meeting takes place at another time',
      options: {
        session: aSession('held'),
        to: { kind: 'text', says: '20:00, Tue 20:00 or 2026-12-01 19:00', required: true, suggest: newTimes },
        reason,
      },
      run: async ({ flows, caller, given: { session, to, reason } }) =>
        hostedChangeMessage(await flows.moveSession(asOrganiser(caller), session, { typed: to, reason })),
    },
    hold: {
      says: 'For hosts: a meeting that was off takes place after all',
      options: { session: aSession('off'), reason },
      run: request => hold(request, request.given.session, request.given.reason),
    },
    pause: {
      says: 'For hosts: the group stops for a while',
      options: {
        group: aGroup('hosted'),
        until: { kind: 'text', says: 'Its last day off; left out: until you resume it', suggest: breakDates },
        reason,
      },
      run: async ({ flows, caller, given: { group, ...days } }) =>
        breakMessage(await flows.pauseGroup(asOrganiser(caller), group, days)),
    },
    resume: {
      says: 'For hosts: a paused group meets again',
      options: { group: aGroup('hosted') },
      run: request => resume(request, request.given.group),
    },
    holiday: {
      says: 'For hosts: days on which the group does not meet',
      options: {
        group: { kind: 'text', says: 'Which group, or all', required: true, suggest: groupsOrAll },
        from: { kind: 'text', says: 'The first day off', required: true, suggest: breakDates },
        until: { kind: 'text', says: 'The last day off; left out: only that day', suggest: breakDates },
        reason,
      },
      run: async ({ flows, caller, given: { group, ...days } }) =>
        breakMessage(await flows.noteHoliday(asOrganiser(caller), group, days)),
    },
    end: {
      says: 'For hosts: the group meets no more',
      options: { group: aGroup('hosted') },
      run: request => end(request, request.given.group),
    },
    host: {
      says: 'For organisers: who hosts a group',
      options: {
        group: aGroup('hosted'),
        member: { kind: 'member', says: 'Who', required: true },
        hosts: { kind: 'flag', says: 'Whether they host it; left out: yes' },
      },
      run: async ({ flows, caller, given: { group, member, hosts = true } }) =>
        hostMessage(await flows.nameHost(asOrganiser(caller), group, { member, isHost: hosts })),
    },
    calendar: {
      says: 'Your groups’ meetings in your own calendar',
      options: { group: onlyOne },
      run: request => calendar(request, request.given.group),
    },
  },
  components: {
    coming: request => answer(request, request.args, true),
    'not-coming': request => answer(request, request.args, false),
    here: async ({ flows, caller, locale, args: [group = '', planned = ''] }) =>
      hereMessage(await flows.noteHere(caller, group, planned), locale),
    away: async ({ flows, caller, locale, args: [group = '', planned = ''] }) =>
      hereMessage(await flows.takeBackHere(caller, group, planned), locale),
    show: request => show(request, request.args[0]),
    agenda: request => agenda(request, request.args[0]),
    attendance: request => attendance(request, request.args),
    calendar: request => calendar(request, request.args[0]),
    'calendar-new': request => calendar(request, request.args[0], 'renew'),
    'calendar-stop': request => calendar(request, request.args[0], 'stop'),
    ics: async ({ flows, caller, args: [group = '', planned = ''] }) =>
      sessionFileMessage(await flows.sessionCalendar(caller.guildId, group, planned)),
    list: request => list(request, Number(request.args[0] ?? 0)),
    pick: request => join(request, request.values[0]),
    join: request => join(request, request.args[0]),
    leave: request => leave(request, request.args[0]),
    next: request => next(request, request.args[0]),
    create: async ({ flows, caller, args }) => proposalForm(typedBefore(args), await flows.usualZone(caller)),
    proposals,
    approve: request => decide(request, request.args[0], true),
    decline: request => decide(request, request.args[0], false),
    skip: request => skip(request, request.args.join('/')),
    hold: request => hold(request, request.args.join('/')),
    undo: async ({ flows, caller, args: [group, planned, revision, to = ''] }) =>
      hostedChangeMessage(
        await flows.undoChange(asOrganiser(caller), `${group}/${planned}`, { revision: Number(revision), to }),
      ),
    lift: async ({ flows, caller, args: [id] }) => breakMessage(await flows.liftBreak(asOrganiser(caller), Number(id))),
    resume: request => resume(request, request.args[0]),
    end: request => end(request, request.args[0], true),
  },
  forms: {
    create: async ({ flows, caller, args: [path], fields }) =>
      proposeMessage(await flows.proposeGroup(caller, readProposalForm(fields, path))),
  },
});
