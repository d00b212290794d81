/** One request or event: what it means, how it went, and unfolded what was said. */
import { el, icon } from '../dom.js';
import { jsonView } from './json.js';
import { meaningOf, verdictOf } from './words.js';

/** Long paths break after a slash. */
const breakable = name => name.split(/(?<=\/)/).flatMap(part => [part, el('wbr')]);

export function trafficRow(line) {
  const { direction, name, millis, at, problems } = line;
  const verdict = verdictOf(line);
  const isFromBot = direction === 'from-bot';
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el(
        `span.traffic-arrow.${direction}`,
        { title: isFromBot ? 'From the bot' : 'To the bot' },
        icon(isFromBot ? 'up' : 'fall'),
      ),
      el(
        'span.traffic-text',
        {},
        el('span.traffic-meaning', {}, meaningOf(line)),
        el('code.traffic-name', {}, breakable(name)),
        problems.map(problem => el('span.traffic-problem', {}, problem)),
      ),
      el(
        'span.traffic-facts',
        {},
        el(`span.verdict.${verdict.tone}`, {}, verdict.text),
        millis !== undefined && el('span.quiet', {}, `${millis < 10 ? millis : Math.round(millis)} ms`),
      ),
    ),
  );
  // Most are never unfolded.
  details.addEventListener(
    'toggle',
    () => details.open && details.childElementCount === 1 && details.append(inside(line, at)),
  );
  return el('li', {}, details);
}

function inside({ direction, path, reason, sent, answer }, at) {
  const isFromBot = direction === 'from-bot';
  return el(
    'div.traffic-inside',
    {},
    el('p.quiet', {}, new Date(at).toLocaleString(), path && [' · ', el('code', {}, path)]),
    reason && el('p', {}, el('strong', {}, 'Reason for the audit log: '), reason),
    sent !== undefined && [
      el('h4', {}, isFromBot ? 'Sent' : 'Data'),
      jsonView(sent, isFromBot ? 'What was sent' : 'Data'),
    ],
    isFromBot && [
      el('h4', {}, 'Answered'),
      answer === undefined ? el('p.quiet', {}, 'Nothing.') : jsonView(answer, 'What was answered'),
    ],
  );
}
