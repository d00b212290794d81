/** What became of an interaction. Messages themselves arrive over the WebSocket. */
import type { Shown } from '../../discord/index.ts';

export interface Outcome {
  readonly kind: Shown['kind'];
  /** The sentence of a failure, the title of a modal. */
  readonly text: string;
  readonly modal: Shown['modal'];
}

export const outcome = ({ kind, text, modal }: Shown): Outcome => ({ kind, text, modal });
