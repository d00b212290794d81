/** What organisers have changed: who, when, what, before and after. */
import type { AuditAction, AuditPage, AuditRecord } from '../domain/audit.ts';
import type { RuleName } from '../domain/groups/ping-rules.ts';
import type { JobKind } from '../domain/job.ts';
import { changesBetween } from './audit-values.ts';
import { button, card, divider, row, text } from './card.ts';
import { timestamp } from './figures.ts';
import { ruleNames } from './groups/ping-rules.ts';
import { jobKinds } from './jobs.ts';
import type { Message } from './message.ts';
import { clipped, escaped } from './text.ts';

/** @param it what it was done to, in bold. */
const words: Readonly<Record<AuditAction, (it: string) => string>> = {
  'set-up': () => 'approved a plan and had the server set up',
  'role-made': it => `had the role ${it} made`,
  'role-adopted': it => `had the role ${it} adopted`,
  'role-changed': it => `had the role ${it} changed`,
  'channel-made': it => `had ${it} made`,
  'channel-adopted': it => `had ${it} adopted`,
  'channel-changed': it => `had ${it} changed`,
  mentionable: () => 'decided whether everybody may ping the study groups’ roles',
  onboarding: () => 'had the question about paths put into the onboarding',
  'certificate-revoked': it => `revoked the certificate ${it}`,
  recreate: it => `let ${it} be made again`,
  'pings-changed': it => `changed what I say by the calendar: ${it}`,
  'attendance-corrected': it => `corrected who was at ${it}`,
  'zone-changed': () => 'changed the community’s time zone',
  'session-skipped': it => `skipped ${it}`,
  'session-moved': it => `moved ${it}`,
  'session-held': it => `had ${it} held after all`,
  'group-paused': it => `paused the group ${it}`,
  'group-resumed': it => `let the group ${it} go on`,
  holiday: it => `noted a holiday of ${it}`,
  'break-lifted': it => `lifted a holiday or pause of ${it}`,
  'group-ended': it => `ended the group ${it}`,
  'group-approved': it => `approved the group ${it}`,
  'group-declined': it => `declined the group ${it}`,
  'host-named': it => `named a host of ${it}`,
  'host-dismissed': it => `took the hosting of ${it} from a member`,
  'job-paused': it => `paused ${it}`,
  'job-resumed': it => `resumed ${it}`,
  'looked-at': it => `looked at a member’s ${it}`,
};

export function auditMessage({ records, older, isLater }: AuditPage): Message {
  if (records.length === 0) {
    return card('plain', [
      text(
        '## 📜 Nothing on record',
        isLater
          ? 'There is nothing older.'
          : 'What organisers change with `/admin` stands here: who, when, what, before and after.',
      ),
      row(isLater && button('Newest', 'admin/log')),
    ]);
  }
  return card('plain', [
    text('## 📜 What organisers have changed'),
    ...records.flatMap(record => [divider(), text(...lines(record))]),
    row(
      isLater && button('Newest', 'admin/log'),
      older !== undefined && button('Older', `admin/log/${older}`, 'primary'),
    ),
  ]);
}

function lines({ at, userId, action, subject, before, after }: AuditRecord): readonly string[] {
  const it = subject === undefined ? 'something' : `**${shown(clipped(nameOf(action, subject), 80))}**`;
  const said = Object.hasOwn(words, action) ? words[action](it) : `did something that this version has no words for`;
  return [`<@${userId}> ${said}`, ...changesBetween(before, after), `-# ${timestamp(at, 'full')}`];
}

/** What was stored under a name of ours. */
function nameOf(action: AuditAction, subject: string): string {
  if (action === 'pings-changed' && Object.hasOwn(ruleNames, subject)) return ruleNames[subject as RuleName];
  return Object.hasOwn(jobKinds, subject) ? jobKinds[subject as JobKind] : subject;
}

/** In bold a channel's sign makes no heading. */
function shown(subject: string): string {
  return subject.startsWith('#') ? `#${escaped(subject.slice(1))}` : escaped(subject);
}
