/** What is wrong, each with the exact repair; and what was looked at and is fine. */
import type { Community, CommunityRole } from '../domain/community.ts';
import { areas, type Diagnosis, type Finding, type Note } from '../domain/doctor.ts';
import { titleInFile } from '../domain/groups/group.ts';
import type { Server } from '../domain/server.ts';
import { button, card, divider, row, text } from './card.ts';
import { count, timestamp } from './figures.ts';
import { listed, zoneName } from './groups/when.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { namesIn } from './names-in.ts';
import { type Names, type Repair, repairOf } from './repair.ts';
import { clipped, escaped } from './text.ts';

/** More would not fit a message. What is repaired makes room for the next. */
const shown = 8;

/** @param community as its file says: what was deleted has its name from there. */
export function doctorMessage(
  { findings, notes }: Diagnosis,
  server: Server,
  community: Community,
  locale: Locale,
): Message {
  const names: Names = {
    ...namesIn(server),
    group: key => titleInFile(community, key),
    ownRole: key => ownRole(community.roles.find(one => one.key === key)),
  };
  const wrong = new Set(findings.map(({ area }) => area));
  const isBlind = wrong.has('database');
  const fine = isBlind ? [] : areas.filter(area => !wrong.has(area));
  const more = findings.length - shown;
  return card(findings.length > 0 ? 'notice' : 'done', [
    text(
      findings.length > 0
        ? `## 🩺 ${count(findings.length, 'thing', 'things', locale)} to repair`
        : '## 🩺 Everything is fine',
    ),
    ...findings.slice(0, shown).flatMap(finding => {
      const { what, todo } = repairFor(finding, names);
      return [divider(), text(`**${what}**`, todo)];
    }),
    divider(),
    text(
      more > 0 && `… and ${count(more, 'more', 'more', locale)}, once these are repaired.`,
      fine.length > 0 && `✅ ${fine.join(' · ')}`,
      ...notes.map(note => `-# ${noteLine(note, locale)}`),
      isBlind && '-# Without the database I cannot look at the rest.',
    ),
    row(button('Check again', 'admin/doctor', 'primary'), button('Show the plan', 'admin/setup')),
  ]);
}

function ownRole(role: CommunityRole | undefined) {
  return role && { name: role.name, isCertificate: role.certificates.length > 0 };
}

function repairFor(finding: Finding, names: Names): Pick<Repair, 'what' | 'todo'> {
  switch (finding.kind) {
    case 'problem':
      return repairOf(finding.problem, names);
    case 'intent-refused':
      return {
        what: 'Discord does not tell me who joins and whose roles change.',
        todo: 'Developer Portal → your application → Bot: switch on **Server Members Intent**, then restart me. Or set `MEMBER_SYNC=0`: then I look every few minutes.',
      };
    case 'database-down':
      return {
        what: 'I cannot write to my database.',
        todo: 'Whoever runs me finds the reason in the log. Most often the disk is full or the database server is down.',
      };
    case 'schedule-late':
      return {
        what: `Something should have been done ${timestamp(finding.since, 'ago')} and waits.`,
        todo: 'If this stays so for some minutes, whoever runs me should look into the log and restart me.',
      };
    case 'voice-clash': {
      const [one, other] = finding.titles.map(title => escaped(clipped(title, 60)));
      const where = finding.channelId === undefined ? 'one voice channel' : `<#${finding.channelId}>`;
      return {
        what: `${one} and ${other} meet in ${where} at the same time.`,
        todo: `First ${timestamp(finding.at, 'weekday')}. \`/group move\` moves one session; to move all, change \`meets\` or \`voice\` in the community’s file.`,
      };
    }
    case 'clock-wrong':
      return {
        what: `My clock is ${Math.abs(finding.seconds)} s ${finding.seconds > 0 ? 'behind' : 'ahead of'} Discord’s.`,
        todo: 'Whoever runs me should switch on time synchronisation (NTP) on that computer.',
      };
  }
}

function noteLine(note: Note, locale: Locale): string {
  switch (note.kind) {
    case 'unplanned':
      return `The community’s file asks for ${count(note.steps, 'thing', 'things', locale)} that this server does not have yet: \`/admin setup\`.`;
    case 'offline':
      return 'Certificates have no public page: `PUBLIC_URL` is not set. All else works.';
    case 'zone-unchosen':
      return `Groups meet by the clock of ${zoneName(note.zone)}, since nobody chose a zone: \`/admin timezone\`.`;
    case 'no-member':
      return `Nobody is in ${named(note.titles)} yet: members join with \`/group join\`.`;
    case 'no-host':
      return `Nobody hosts ${named(note.titles)}: \`/group host\` names somebody. Until then organisers skip and move sessions.`;
    case 'pings-withheld':
      return `In the last 7 days I did not say ${count(note.times, 'thing', 'things', locale)} that was due${note.titles.length > 0 ? ` (${named(note.titles)})` : ''}: \`/schedule explain\` shows why.`;
  }
}

/** More would be a list of its own. */
const mostNamed = 5;

function named(titles: readonly string[]): string {
  const more = titles.length - mostNamed;
  const names = titles.slice(0, mostNamed).map(title => escaped(clipped(title, 60)));
  return listed(more > 0 ? [...names, `${more} more`] : names);
}
