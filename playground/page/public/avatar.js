/** Avatars without pictures: a colour and an initial. */
import { el } from './dom.js';

const segments = new Intl.Segmenter();

/** The first letter or sign as readers see it, so that emoji and accents stay whole. */
function initialOf(name) {
  const [first] = segments.segment(name.trim() || '?');
  return (first?.segment ?? '?').toLocaleUpperCase();
}

function hueOf(id) {
  let hash = 0;
  for (const sign of String(id)) hash = (hash * 31 + sign.codePointAt(0)) % 9973;
  // The golden angle keeps neighbours apart.
  return Math.round(hash * 137.508) % 360;
}

export function avatar({ id, displayName, isBot }) {
  return el(
    `span.avatar${isBot ? '.bot' : ''}`,
    { 'aria-hidden': 'true', style: { '--hue': hueOf(id) } },
    initialOf(displayName),
  );
}
