/** A role as a small label in its colour. */

import { cssColor } from '../colors.js';
import { el } from '../dom.js';

export const roleTag = ({ name, color }) =>
  el('span.role-tag', { style: { '--role': color === 0 ? '#b5bac1' : cssColor(color) } }, name);
