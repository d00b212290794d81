/** What the levels of evidence are called, in the community, on the page and in the signed file alike. */
import type { EvidenceLevel } from './learner.ts';

interface LevelWords {
  readonly name: string;
  /** After a figure: "6 with work shown". */
  readonly counted: string;
}

export const evidenceWords: Readonly<Record<EvidenceLevel, LevelWords>> = {
  'self-marked': { name: 'Marked by the learner', counted: 'marked by the learner' },
  linked: { name: 'Work shown', counted: 'with work shown' },
  'peer-confirmed': { name: 'Confirmed by a peer', counted: 'confirmed by a peer' },
  'mentor-confirmed': { name: 'Confirmed by a mentor', counted: 'confirmed by a mentor' },
};
