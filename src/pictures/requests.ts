/** What is asked of the thread, in a form that can be sent there. */
import type { EventCover } from './event-cover.ts';
import type { CertificatePictureFacts } from './facts.ts';

/** The facts with the day as text, since Temporal's values can't be sent. */
export type SentFacts = Omit<CertificatePictureFacts, 'on'> & { readonly on: string };

export type Request =
  | { readonly kind: 'certificate'; readonly facts: SentFacts }
  | { readonly kind: 'event-cover'; readonly cover: EventCover }
  | { readonly kind: 'undrawable'; readonly text: string };

export type Result = Uint8Array<ArrayBuffer> | readonly string[];
