/** What the levels of evidence are called and mean to a stranger; days and names as the pages write them. */
import type { EvidenceLevel } from '../../domain/learner.ts';

export const levelWords: Readonly<
  Record<EvidenceLevel, { readonly name: string; readonly counted: string; readonly means: string }>
> = {
  'mentor-confirmed': {
    name: 'Confirmed by a mentor',
    counted: 'confirmed by a mentor',
    means: 'A mentor looked at the work and confirmed it.',
  },
  'peer-confirmed': {
    name: 'Confirmed by a peer',
    counted: 'confirmed by a peer',
    means: 'Another learner looked at the work and confirmed it.',
  },
  linked: { name: 'Work shown', counted: 'with work shown', means: 'The learner has shown work for it.' },
  'self-marked': {
    name: 'Marked by the learner',
    counted: 'marked by the learner',
    means: 'The learner says so; nobody else has looked at it.',
  },
};

/** The same day for every reader; the credential names the moment, in UTC as well. */
export const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('UTC').toPlainDate();

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "3 March 2026 at 09:00 UTC" */
export const momentInWords = (instant: Temporal.Instant) => `${moments.format(instant.epochMilliseconds)} UTC`;

/** Within plain text, so that a name written from right to left does not turn its neighbours around. */
export const isolated = (text: string) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
