/** A message's components as elements: cards, text, buttons, selects, pictures. */

import { cssColor } from '../colors.js';
import { el } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { renderButton } from './button.js';
import { covered, renderFile, renderGallery, renderThumbnail } from './media.js';
import { renderSelect } from './select.js';

const renderers = {
  1: actionRow,
  2: renderButton,
  3: renderSelect,
  5: renderSelect,
  6: renderSelect,
  7: renderSelect,
  8: renderSelect,
  9: section,
  10: ({ content }, context) => renderMarkdown(content, context),
  11: renderThumbnail,
  12: renderGallery,
  13: renderFile,
  14: separator,
  17: container,
};

/** `context` is that of Markdown, with the message and what pressing and picking do. */
export function renderComponents(components, context) {
  return components.map(component => {
    const render = renderers[component.type];
    return render
      ? render(component, context)
      : el('p.unknown-part', {}, `This page can't show part ${component.type}.`);
  });
}

function actionRow({ components }, context) {
  return el('div.action-row', {}, renderComponents(components, context));
}

function section({ components, accessory }, context) {
  return el(
    'div.section',
    {},
    el('div.section-text', {}, renderComponents(components, context)),
    el('div.section-accessory', {}, renderComponents([accessory], context)),
  );
}

function separator({ divider = true, spacing = 1 }) {
  return el(
    `div.separator${divider ? '.line' : ''}${spacing === 2 ? '.large' : ''}`,
    divider ? { role: 'separator' } : {},
  );
}

function container({ components, accent_color: accent, spoiler }, context) {
  const hasAccent = accent !== undefined && accent !== null;
  const card = el(
    `div.container${hasAccent ? '.accented' : ''}`,
    { style: hasAccent ? { '--accent': cssColor(accent) } : {} },
    renderComponents(components, context),
  );
  return covered(card, spoiler);
}
