import { expect, test } from 'vitest';
import type { AskedGroup } from '../../../src/domain/groups/proposal.ts';
import { proposalForm, typedBefore } from '../../../src/views/groups/proposal-form.ts';
import { proposeMessage } from '../../../src/views/groups/proposing.ts';
import { buttonsOf } from '../../support/read-message.ts';

const asked: AskedGroup = {
  title: 'Night/Owls 🦉',
  days: 'Monday, Friday',
  time: 'late',
  minutes: '45',
  zone: 'America/New_York',
  path: 'new-graduate',
};

/** What “Try again” opens the form with. */
function typedAgain(typed: AskedGroup) {
  const message = proposeMessage({ kind: 'refused', asked: typed, problems: [{ kind: 'time', typed: typed.time }] });
  const [tag = ''] = Object.keys(buttonsOf(message));
  expect(tag.length).toBeLessThanOrEqual(100);
  const [command, component, ...args] = tag.split('/');
  expect([command, component]).toEqual(['group', 'create']);
  return typedBefore(args);
}

test('a refused proposal opens the form again with all that was typed', () => {
  const typed = typedAgain(asked);
  expect(typed).toEqual({ ...asked, days: 'Mon, Fri' });
  const form = proposalForm(typed, 'UTC');
  expect(form.customId).toBe('group/create/new-graduate');
  expect(JSON.stringify(form)).toContain('"value":"Night/Owls 🦉"');
  expect(JSON.stringify(form)).toContain('"label":"Friday","value":"Friday","default":true');
  expect(JSON.stringify(form)).toContain('"label":"Sunday","value":"Sunday","default":false');
});

test('what does not fit the button is left out, the longest first', () => {
  expect(typedAgain({ ...asked, title: '夜'.repeat(40) })).toEqual({ ...asked, title: undefined, days: 'Mon, Fri' });
});

test('before anything was typed the form is empty but for the usual', () => {
  expect(JSON.stringify(proposalForm(typedBefore([]), 'Asia/Kolkata'))).toContain('"value":"Asia/Kolkata"');
});
