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
  up: 'M12 20V4M5 11l7-7 7 7',
  fall: 'M12 4v16M5 13l7 7 7-7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  pulse: 'M3 12h4l3-8 4 16 3-8h4',
  compass: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.500 8.500l-2 5-5 2 2-5z',
  mountain: 'M3 19 9.500 7l4 7 2-3.500L21 19z',
  send: 'M4 12 20 4l-5 16-3.500-6.500z',
  down: 'M6 9l6 6 6-6',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  eye: 'M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  reply: 'M20 6H9a5 5 0 0 0-5 5v7',
  crown: 'M4 18h16M4 18 3 8l5 4 4-7 4 7 5-4-1 10',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 14a4.500 4.500 0 0 0 8 0M9 9.500v.5M15 9.500v.5',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4',
  thread: 'M9 4 7.500 12M15 4l-.7 4M5 8h14M4 12h7M13 13h7v6h-3l-2 2v-2h-2z',
  pin: 'M9 4h6l-1 6 4 3v2H6v-2l4-3zM12 15v6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  unread: 'M4 6h12M4 11h8M4 16h8M18 17a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  more: 'M6 12a.7 .7 0 1 1-1.400 0 .7 .7 0 0 1 1.400 0zM12.700 12a.7 .7 0 1 1-1.400 0 .7 .7 0 0 1 1.400 0zM19.400 12a.7 .7 0 1 1-1.400 0 .7 .7 0 0 1 1.400 0z',
  answer: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  speaker: 'M4 9h4l5-5v16l-5-5H4zM16.500 9a4 4 0 0 1 0 6M18.500 6a8 8 0 0 1 0 12',
  stage:
    'M12 14a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM12 14v6M7.500 16a6.500 6.500 0 1 1 9 0M5 19a10 10 0 1 1 14 0',
  megaphone: 'M4 10v4l10 5V5zM14 8a4.500 4.500 0 0 1 0 8M6 15l1 5h3',
  forum: 'M4 4h13v9H9l-3 3v-3H4zM20 8v9h-2v3l-3-3h-5',
  'hang-up': 'M3 13c5-5 13-5 18 0l-2.500 3-4-2v-2.500a9 9 0 0 0-5 0V14l-4 2z',
  plus: 'M12 5v14M5 12h14',
  play: 'M8 5v14l11-7z',
  stop: 'M7 7h10v10H7z',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6zM4 17h16M10 20h4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  check: 'M5 12.500 9.500 17 19 7.500',
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
