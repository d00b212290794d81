/** What organisers have changed: who, when, what, before and after. */
import type { AuditAction, AuditPage, AuditRecord } from '../domain/audit.ts';
import type { JobKind } from '../domain/job.ts';
import { changesBetween } from './audit-values.ts';
import { button, card, divider, row, text } from './card.ts';
import { timestamp } from './figures.ts';
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
  const name = subject !== undefined && Object.hasOwn(jobKinds, subject) ? jobKinds[subject as JobKind] : subject;
  const it = name === undefined ? 'something' : `**${shown(clipped(name, 80))}**`;
  const said = Object.hasOwn(words, action) ? words[action](it) : `did something that this version has no words for`;
  return [`<@${userId}> ${said}`, ...changesBetween(before, after), `-# ${timestamp(at, 'full')}`];
}

/** In bold a channel's sign makes no heading. */
function shown(subject: string): string {
  return subject.startsWith('#') ? `#${escaped(subject.slice(1))}` : escaped(subject);
}
