/** What a member decides for themselves: reminders, planned rests, their time zone. */
import { defineCommand, type Request, type Typing } from '../src/discord/command.ts';
import type { ReminderWhere } from '../src/domain/groups/reminding.ts';
import { readSnooze } from '../src/domain/groups/snoozing.ts';
import { memberZoneMessage, zoneForm } from '../src/views/groups/member-zone.ts';
import { leadChoices, pickedReminder, remindersMessage, whereChoices } from '../src/views/groups/reminders.ts';
import { restMessage } from '../src/views/groups/rest.ts';
import { snoozeMessage } from '../src/views/groups/snooze.ts';
import { day } from '../src/views/groups/when.ts';
import { zoneChoices } from '../src/views/groups/zones.ts';

const remind = async ({ flows, caller, locale }: Request, lead?: string, where?: ReminderWhere) =>
  remindersMessage(await flows.setReminders(caller, pickedReminder(lead, where)), locale);

const rest = async ({ flows, caller, locale }: Request, asked?: { from?: string; until: string }) =>
  restMessage(await flows.takeRest(caller, asked), locale);

const back = async ({ flows, caller, locale }: Request) => restMessage(await flows.liftRest(caller), locale);

const zone = async ({ flows, caller }: Request, asked?: string) =>
  memberZoneMessage(asked === undefined ? await flows.memberZone(caller) : await flows.setMemberZone(caller, asked));

const zones = async ({ flows, typed }: Request & { typed: string }) => zoneChoices(await flows.suggestZones(typed));

const dates = async ({ flows, caller, typed, others: { from } }: Typing) =>
  (await flows.suggestDates(caller, { typed, from })).map(date => ({
    name: day(date.toString()),
    value: date.toString(),
  }));

export const command = defineCommand({
  name: 'me',
  says: 'What you decide for yourself: reminders, rests, your time zone',
  subcommands: {
    reminders: {
      says: 'When and where you are reminded of meetings you said you come to',
      options: {
        lead: { kind: 'text', says: 'How long before the start', choices: leadChoices },
        where: {
          kind: 'text',
          says: 'In the meeting’s thread, by direct message, or not at all',
          choices: whereChoices,
        },
      },
      run: request => remind(request, request.given.lead, request.given.where),
    },
    rest: {
      says: 'Take a planned rest: no reminders, and no week of it counts against you',
      options: {
        until: { kind: 'text', says: 'Its last day: a date, a weekday, or “2 weeks”', suggest: dates },
        from: { kind: 'text', says: 'Its first day, if not today', suggest: dates },
      },
      run: request => {
        const { from, until } = request.given;
        if (until === undefined && from === undefined) return rest(request);
        return rest(request, { until: until ?? '', ...(from === undefined ? {} : { from }) });
      },
    },
    timezone: {
      says: 'Where you are, if you like: for your calendar, and for hours that suit your groups',
      options: {
        zone: { kind: 'text', says: 'A city or a country', suggest: zones },
      },
      run: request => zone(request, request.given.zone),
    },
  },
  forms: {
    zone: request => zone(request, request.fields.place?.[0] ?? ''),
  },
  components: {
    zone: () => zoneForm(),
    'pick-zone': request => zone(request, request.values[0] ?? ''),
    'forget-zone': async ({ flows, caller }) => memberZoneMessage(await flows.forgetMemberZone(caller)),
    reminders: request => remind(request, undefined, request.args[0] as ReminderWhere | undefined),
    rest: request => rest(request),
    back,
    snooze: async ({ flows, caller, locale, args }) => {
      const { groupKey, planned, put } = readSnooze(args);
      return snoozeMessage(await flows.snoozeReminder(caller, groupKey, planned, put), locale);
    },
  },
  serverOf: { snooze: args => readSnooze(args).guildId },
});
