/** What the levels of evidence mean to a stranger; moments and names as the pages write them. */
import type { EvidenceLevel } from '../../domain/learner.ts';

export const levelMeans: Readonly<Record<EvidenceLevel, string>> = {
  'mentor-confirmed': 'A mentor looked at the work and confirmed it.',
  'peer-confirmed': 'Another learner looked at the work and confirmed it.',
  linked: 'The learner has shown work for it.',
  'self-marked': 'The learner says so; nobody else has looked at it.',
};

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "3 March 2026 at 09:00 UTC" */
export const momentInWords = (instant: Temporal.Instant) => `${moments.format(instant.epochMilliseconds)} UTC`;

/** Within plain text, so that a name written from right to left does not turn its neighbours around. */
export const isolated = (text: string) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
