/** A point in time in the reader's zone; what is relative grows old by itself. */
import { el } from '../dom.js';
import { formatTime } from '../time.js';

export function timeElement(millis, style) {
  const element = el(
    'time',
    { datetime: new Date(millis).toISOString(), title: formatTime(millis, 'F') },
    formatTime(millis, style),
  );
  if (style === 'R') element.dataset.relative = String(millis);
  return element;
}
