/** The community's week, as it is posted. */
import type { Digest } from '../../domain/groups/digest.ts';
import type { Session } from '../../domain/groups/session.ts';
import { card, row, text } from '../card.ts';
import { count } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { stuckLines } from './agenda.ts';
import { offWords } from './off.ts';
import { listButton } from './pings/buttons.ts';
import { lateLine } from './pings/lines.ts';
import { sessionTime } from './when.ts';

/** Each is a line on a phone. */
const mostMeetings = 7;
const mostCertificates = 7;

/** A whole digest fits one message. */
const short = (name: string) => escaped(clipped(name, 40));

export function digestPost(digest: Digest, locale: Locale, lateBy?: number): Message {
  const { certificates, meetings, stuck } = digest;
  const more = meetings.length - mostMeetings;
  const lines = newLines(digest, locale).filter(Boolean);
  return card('path', [
    text('## 🗞️ The week', lateLine(lateBy)),
    lines.length > 0 && text(...lines),
    certificates.length > 0 &&
      text(
        '**Earned**',
        ...certificates.slice(0, mostCertificates).map(({ name, title }) => `- 🎓 ${short(name)}: ${short(title)}`),
        certificates.length > mostCertificates && `-# … and ${certificates.length - mostCertificates} more`,
      ),
    meetings.length > 0 &&
      text(
        '**Next week**',
        ...meetings
          .slice(0, mostMeetings)
          .map(
            ({ group, session }) =>
              `- **${short(group.title)}** · ${offWords(withoutReason(session)) ?? sessionTime(session)}`,
          ),
        more > 0 && `-# … and ${count(more, 'more meeting', 'more meetings', locale)}, in \`/group list\``,
      ),
    stuck.length > 0 &&
      text(
        '**Where people get stuck**',
        ...stuckLines(stuck, locale),
        '-# Got past it? A word in the channel helps. Office hours are for it, too.',
      ),
    row(listButton()),
  ]);
}

/** It stands in the group's own channel. */
function withoutReason(session: Session): Session {
  return session.off ? { ...session, off: { kind: session.off.kind } } : session;
}

function newLines({ newOnPaths, paths, groups }: Digest, locale: Locale): readonly (string | false)[] {
  const onPaths = paths.map(({ path, members }) => `${short(path.title)} (${members})`).join(', ');
  return [
    newOnPaths > 0 && `🌱 **${count(newOnPaths, 'new member', 'new members', locale)}** set out on a path: ${onPaths}.`,
    groups.length > 0 &&
      `👥 New in the groups: ${groups.map(({ group, members }) => `${short(group.title)} (${members})`).join(', ')}.`,
  ];
}
