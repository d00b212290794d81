/** What setting the server up would do, before it is done: read on a phone, decided with a few taps. */
import type { Server } from '../domain/server.ts';
import type { PlanShown } from '../domain/setup-outcome.ts';
import { canApply, type SetupPlan } from '../domain/setup-plan.ts';
import { attributeNames } from './attributes.ts';
import { button, card, divider, row, text } from './card.ts';
import type { Message } from './message.ts';
import { repairLines, repairOfObstacle, repairOfWarning } from './setup-obstacles.ts';
import { pickPieces } from './setup-picks.ts';
import { stepLines } from './setup-steps.ts';
import { clipped, escaped } from './text.ts';

export function planMessage(shown: PlanShown, server: Server): Message {
  const { plan, fingerprint, mentionable, job } = shown;
  const { steps, obstacles, warnings } = plan;
  return card(obstacles.length > 0 ? 'notice' : 'path', [
    text(...heading(plan)),
    ...stepLines(plan, server).map(lines => text(...lines)),
    leftAlone(plan),
    ...pickPieces(shown),
    obstacles.length > 0 && divider(),
    obstacles.length > 0 &&
      text('### First', ...repairLines(obstacles.map(obstacle => repairOfObstacle(obstacle, server)))),
    warnings.length > 0 && divider(),
    warnings.length > 0 &&
      text(
        '### Worth a look',
        ...repairLines(
          warnings.map(warning => repairOfWarning(warning, server)),
          3,
        ),
      ),
    divider(),
    row(
      canApply(plan) &&
        !job &&
        button(`Apply ${steps.length === 1 ? 'it' : `all ${steps.length}`}`, `admin/apply/${fingerprint}`, 'success'),
      job && button('See what runs', 'admin/jobs', 'primary'),
      button('Look again', 'admin/setup'),
      server.features.includes('COMMUNITY') && button('Ask newcomers …', 'admin/newcomers'),
      mentionable !== undefined &&
        button(
          mentionable ? 'Pings: everybody' : 'Pings: organisers only',
          `admin/mentionable/${mentionable ? 'no' : 'yes'}`,
        ),
    ),
    mentionable !== undefined &&
      text(
        mentionable
          ? '-# Everybody may ping the study groups’ roles. Press to change that.'
          : '-# Only organisers and I may ping the study groups’ roles. Press to let everybody.',
      ),
  ]);
}

/** Pressed, but the plan was another by then. */
export function changedPlanMessage(shown: PlanShown, server: Server): Message {
  const [first, ...rest] = planMessage(shown, server).components;
  const said = card('notice', [
    text('### The server has changed meanwhile', 'Nothing was done. This is the plan as it is now.'),
  ]);
  return { components: [...said.components, ...(first ? [first] : []), ...rest] };
}

export function serverUnavailableMessage(): Message {
  return card('notice', [text('### Discord is not telling me about this server just now', 'Try again in a minute.')]);
}

function heading({ steps, missing, obstacles }: SetupPlan): readonly string[] {
  if (steps.length === 0 && missing.length === 0 && obstacles.length === 0)
    return ['## ✅ Nothing to do', 'The server is as the community’s file says.'];
  if (steps.length === 0) return ['## 🧭 Nothing to do by itself', 'Some of it is yours to decide.'];
  return ['## 🧭 What I would do', 'Nothing is changed until you apply it, and nothing is ever deleted.'];
}

function leftAlone({ kept, unlisted }: SetupPlan) {
  const byHand = kept.filter(one => one.byHand.length > 0);
  const names = byHand.slice(0, 5).map(one => `${named(one)} (${attributeNames(one.byHand)})`);
  const more = byHand.length - names.length;
  return kept.length + unlisted.length === 0
    ? undefined
    : text(
        kept.length > 0 && `**Left alone** · ${kept.length}`,
        byHand.length > 0 && `Changed by hand, and stays so: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        unlisted.length > 0 &&
          `In the file no more, and stays: ${unlisted.slice(0, 5).map(named).join(', ')}${unlisted.length > 5 ? ' …' : ''}`,
      );
}

function named({ binding, name }: { readonly binding: string; readonly name: string }): string {
  return `${binding.startsWith('channel:') ? '#' : ''}${escaped(clipped(name, 40))}`;
}
