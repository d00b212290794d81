/** Builds elements without a framework. Text is always set as text, so what members write can't become markup. */

/** `el('button.primary', { type: 'button', onclick }, 'Done')`; false, null and undefined children are left out. */
export function el(selector, properties = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(properties)) set(element, name, value);
  element.append(...children.flat(3).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'style') for (const [key, entry] of Object.entries(value)) element.style.setProperty(key, entry);
  else if (name === 'dataset') Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

export const byId = id => document.getElementById(id);

let counter = 0;

/** An id for aria attributes that nothing else on the page has. */
export function freshId(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

const paths = {
  hash: 'M10 4 8 20M16 4l-2 16M5 9h15M4 15h15',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  at: 'M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0zM15.500 8.500V13a2.500 2.500 0 0 0 5 0v-1a8.500 8.500 0 1 0-3.500 6.900',
  menu: 'M4 6h16M4 12h16M4 18h16',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.300a6.500 6.500 0 0 1 3.500 5.700',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3.500-6.500z',
  down: 'M6 9l6 6 6-6',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  eye: 'M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  reply: 'M20 6H9a5 5 0 0 0-5 5v7',
  crown: 'M4 18h16M4 18 3 8l5 4 4-7 4 7 5-4-1 10',
  swap: 'M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7',
};

/** A line drawing; decoration only, so screen readers pass over it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
