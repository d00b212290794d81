/** What Cairn says about a group and when, and what became of what was due: the answer to "will it ping?" */
import { weekdays } from '../../domain/community.ts';
import type { Explanation, NextPing } from '../../domain/groups/explain.ts';
import type { EndedGroup, UnknownGroup } from '../../domain/groups/joining.ts';
import { button, card, divider, row, text } from '../card.ts';
import { count, timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { clockWords } from './clock-words.ts';
import { offWords } from './off.ts';
import { pastLines } from './past-pings.ts';
import { pingNames, pingSigns } from './ping-names.ts';
import { ruleNames } from './ping-rules.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { clocksLine, listed, shortDay, wallTime, zoneName } from './when.ts';

type Outcome = ({ readonly kind: 'explained' } & Explanation) | UnknownGroup | EndedGroup;

/** More would push the pings themselves off a phone. */
const mostOff = 4;

export function explainMessage(outcome: Outcome, locale: Locale): Message {
  if (outcome.kind !== 'explained') return noSuchGroupMessage(outcome);
  const { group, state, next, past, guildId } = outcome;
  const zone = group.slots[0]?.zone ?? 'UTC';
  return card(state.kind === 'on' ? 'path' : 'notice', [
    text(`## 🔎 ${escaped(clipped(group.title, 60))}: what I say and when`, ...stateLines(outcome)),
    divider(),
    state.kind === 'on' && text('### Next', ...nextLines(outcome, next, locale)),
    state.kind === 'on' && divider(),
    text(
      '### Last',
      ...(past.length > 0 ? past.flatMap(one => pastLines(one, guildId, zone)) : ['Nothing was due so far.']),
    ),
    divider(),
    text(
      ...clockLines(outcome),
      '-# Times in the first line of each are your own. Each is said once, or organisers know why not.',
    ),
    row(button('Look again', `schedule/explain/${group.key}`), button('Next meetings', `group/next/${group.key}`)),
  ]);
}

function stateLines({ state, off, rulesOff }: Explanation): readonly (string | undefined)[] {
  return [stateLine(state), offRules(rulesOff), ...offLines(off)];
}

function stateLine(state: Explanation['state']): string | undefined {
  switch (state.kind) {
    case 'on':
      return undefined;
    case 'disabled':
      return `⛔ **I say nothing for this group** since ${timestamp(state.since, 'full')}: its channel is gone. \`/admin doctor\` tells an organiser how to repair it, and then I go on.`;
    case 'not-set-up':
      return '⛔ **I say nothing for this group yet**: its channel is not on this server. An organiser puts that right with `/admin setup`.';
  }
}

function offRules(rules: Explanation['rulesOff']): string | undefined {
  if (rules.length === 0) return undefined;
  return `⚪ Switched off by the organisers: ${listed(rules.map(rule => ruleNames[rule]))}.`;
}

function offLines(off: Explanation['off']): readonly (string | undefined)[] {
  const more = off.length - mostOff;
  return [...off.slice(0, mostOff).map(offWords), more > 0 ? `-# … and ${more} more do not take place.` : undefined];
}

function nextLines(
  { at, group }: Explanation,
  next: readonly NextPing[],
  locale: Locale,
): readonly (string | undefined)[] {
  if (next.length === 0) return ['Nothing is due in the next six months.'];
  return next.flatMap(one => [
    one.clocks && !isOdd(one) ? clockWords(one.clocks, slotTime(group, one.zone, one.session)) : undefined,
    `${pingSigns[one.ping.kind]} **${pingNames[one.ping.kind]}** · ${timestamp(one.ping.dueAt, 'weekday')}`,
    `-# ${clocksOf(one.ping.dueAt, one.zone)} · ${whom(one, at, locale)}`,
    one.session && (one.ping.kind === 'session' || isOdd(one)) ? clocksLine(one.session) : undefined,
  ]);
}

/** Its own time is the one that the clocks skip or repeat: a line says what becomes of it, and no rule holds. */
function isOdd({ clocks, session }: NextPing): boolean {
  return clocks !== undefined && session?.clocks !== undefined && !session.movedFrom;
}

/** On the wall, as the group always meets: one that is moved says nothing about the others. */
function slotTime({ slots }: Explanation['group'], zone: string, session?: NextPing['session']): string {
  return session?.planned.slice('yyyy-mm-ddT'.length) ?? slots.find(slot => slot.zone === zone)?.at ?? '00:00';
}

function whom({ ping: { kind, audience }, people, putOff }: NextPing, at: Explanation['at'], locale: Locale) {
  const channel = at.channel === undefined ? 'the group’s channel' : `<#${at.channel}>`;
  switch (kind) {
    case 'reminder':
      if (putOff) return `to you, ${putOff === 'dm' ? 'by direct message' : 'in the thread'}: you put it off`;
      if (!audience.startsWith('thread-')) return 'to you, by direct message';
      return `to ${count(people ?? 0, 'member', 'members', locale)} who said they come, in the thread`;
    case 'session':
      return at.role === undefined ? `in ${channel}` : `to <@&${at.role}> in ${channel}`;
    case 'check-in':
      return `in the thread, under ${channel}`;
    default:
      return `in ${channel}`;
  }
}

function clockLines({ clocks, group, next }: Explanation): readonly string[] {
  // Said above, between the two it lies between.
  const said = new Set(next.flatMap(one => (one.clocks ? [one.clocks.zone] : [])));
  const lines = clocks
    .filter(({ zone }) => !said.has(zone))
    .map(change => clockWords(change, slotTime(group, change.zone)));
  const steady = [...new Set(group.slots.map(({ zone }) => zone))].filter(
    zone => !said.has(zone) && !clocks.some(one => one.zone === zone),
  );
  return [...lines, ...steady.map(zone => `🕰️ The clocks in ${zoneName(zone)} do not change within a year.`)];
}

/** "Mon 18:45 in Europe/Berlin · 16:45 UTC": the reader may have another day than the group, and UTC a third. */
function clocksOf(at: Temporal.Instant, zone: string): string {
  const [here, utc] = [dayOf(at, zone), dayOf(at, 'UTC')];
  const inUtc = `${at.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' })} UTC`;
  if (zone === 'UTC') return `${utc} ${inUtc}`;
  return `${here} ${wallTime(at, zone)} · ${here === utc ? '' : `${utc} `}${inUtc}`;
}

/** "Mon" */
function dayOf(at: Temporal.Instant, zone: string): string {
  return shortDay(weekdays[at.toZonedDateTimeISO(zone).dayOfWeek - 1] ?? 'Monday');
}
