/** The question about paths in the server's onboarding: what it would be, what it takes, and what became of it. */
import type { Job } from '../domain/job.ts';
import type { QuestionEnd, QuestionPlan } from '../domain/newcomers.ts';
import type { Server } from '../domain/server.ts';
import { button, card, divider, row, text } from './card.ts';
import type { Message } from './message.ts';
import { namesIn } from './names-in.ts';
import { repairOf } from './repair.ts';
import { clipped, escaped } from './text.ts';

const again = button('Look again', 'admin/newcomers');

export function questionMessage(plan: QuestionPlan, server: Server): Message {
  switch (plan.kind) {
    case 'ready':
      return card('path', [
        text(
          '## 🧭 Ask newcomers which path they are on',
          'I would add one question to this server’s onboarding. Whoever answers gets the role at once, and I put them on its path.',
        ),
        divider(),
        text(
          '**Which path are you on?**',
          ...plan.answers
            .slice(0, 15)
            .map(({ title, emoji }) => `- ${emoji ? `${emoji} ` : ''}${escaped(clipped(title, 50))}`),
          plan.answers.length > 15 && `- … and ${plan.answers.length - 15} more`,
        ),
        text('-# Your own questions stay as they are. Certificates cannot be picked.'),
        row(button('Add the question', 'admin/ask', 'success'), button('Back to the plan', 'admin/setup')),
      ]);
    case 'lacking':
      return card('notice', [
        text('## 🧭 To change the onboarding I need more', 'Only for this; you may take it back afterwards.'),
        ...plan.permissions.map(permission => {
          const { what, todo } = repairOf({ kind: 'permission-missing', permission }, namesIn(server));
          return text(`**${what}**`, todo);
        }),
        row(again, button('Back to the plan', 'admin/setup')),
      ]);
    case 'no-roles':
      return card('notice', [
        text('## 🧭 The roles come first', 'Apply the plan, so that there are roles to offer.'),
        row(button('Show the plan', 'admin/setup', 'primary')),
      ]);
    case 'no-community':
      return card('notice', [
        text(
          '## 🧭 This server has no onboarding',
          'Discord offers it to community servers: Server Settings → **Enable Community**. All else works without.',
        ),
        row(button('Back to the plan', 'admin/setup')),
      ]);
  }
}

export function askingMessage({ state, outcome }: Job, server: Server): Message {
  if (state === 'running' || state === 'paused') return card('path', [text('## 🧭 Adding the question …')]);
  const end = outcome as QuestionEnd | undefined;
  if (end?.kind === 'not-asked') return questionMessage(end.plan, server);
  if (end?.kind === 'asked') {
    return card('done', [
      text(
        '## ✅ Newcomers are asked',
        end.isOn
          ? 'Members who are here already find the question under **Channels & Roles**.'
          : 'The onboarding itself is off: Server Settings → **Onboarding** → switch it on. Discord wants 7 channels that everybody sees for it, 5 of them to write in.',
      ),
      row(button('Back to the plan', 'admin/setup')),
    ]);
  }
  return card('notice', [
    text(
      '## 🧭 Discord did not take the question',
      'Nothing was changed. Discord takes 15 questions at most, and wants 7 default channels in the onboarding, 5 of them for everybody to write in. Server Settings → **Onboarding** shows what lacks.',
    ),
    row(again),
  ]);
}
