/** Whom a visitor of the playground may want to be first, and what there is to see as them. */
import type { Part } from './page/state.ts';

export const cast: readonly Part[] = [
  { name: 'ada', as: 'Newcomer', says: 'Has just joined, and learned nothing yet.' },
  { name: 'yuki', as: 'Half-way', says: 'Is in the middle of a path.' },
  { name: 'zoe', as: 'Mentor', says: 'Helps others along.' },
  { name: 'tomas', as: 'Organiser', says: 'Looks after roles, channels and meetings.' },
  { name: 'marguerite', as: 'Owner', says: 'May do everything here.' },
];
