/** Why a certificate was revoked, in words anyone may read. The same in the community and on the page. */
import type { RevocationReason } from './issued-certificate.ts';

export const revocationWords: Readonly<Record<RevocationReason, string>> = {
  'issued-in-error': 'It was issued in error.',
  'work-not-own': 'Work shown for it was not the learner’s own.',
  'member-asked': 'The person named on it asked for this.',
  other: 'The community gives no further reason.',
};
