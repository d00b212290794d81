/** What is the organisers' to decide about a plan, as lists to pick from. */
import { type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import type { PlanShown } from '../domain/setup-outcome.ts';
import { type Pick, type PickKind, partSize, picksOf, pickValue } from '../domain/setup-picks.ts';
import { attributeNames } from './attributes.ts';
import { divider, text } from './card.ts';
import { refusalWords } from './refusals.ts';
import { clipped, escaped } from './text.ts';

/** More would fill the message; what they hold comes after the first is applied. */
const mostParts = 3;
const mostRefused = 4;

const asks: Readonly<Record<PickKind, string>> = {
  adopt: 'Use what is already there …',
  recreate: 'Make again what was deleted …',
  restore: 'Put back as the file says …',
};

export function pickPieces({ plan, draft }: PlanShown): readonly (APIComponentInContainer | false)[] {
  const picks = picksOf(plan, draft);
  const { missing } = plan;
  const refused = refusedLines(plan);
  const lists = (['adopt', 'recreate', 'restore'] as const).flatMap(kind => listsOf(kind, picks[kind]));
  return [
    missing.length > 0 &&
      text(
        `**Deleted by hand, and stays so** · ${missing.length}`,
        missing.slice(0, 8).map(shown).join(', ') + (missing.length > 8 ? ' …' : ''),
      ),
    picks.adopt.length + refused.length > 0 &&
      text(
        '**Already there under that name**',
        picks.adopt.length > 0 && 'Pick what I shall use; else I make my own beside it.',
        ...refused,
      ),
    lists.length > 0 && divider(),
    ...lists,
  ];
}

function refusedLines({ offers }: PlanShown['plan']): readonly string[] {
  const refused = Object.values(offers).flatMap(candidates =>
    candidates.flatMap(({ name, refused: why }) =>
      why ? [`- **${escaped(clipped(name, 40))}** cannot be used: ${refusalWords[why]}.`] : [],
    ),
  );
  const more = refused.length - mostRefused;
  return more > 0 ? [...refused.slice(0, mostRefused), `- … nor can ${more} more.`] : refused;
}

/** Any number may be picked; none takes all back. */
function listsOf(kind: PickKind, picks: readonly Pick[]): readonly APIComponentInContainer[] {
  const parts = Math.min(Math.ceil(picks.length / partSize), mostParts);
  return Array.from({ length: parts }, (_, at) => {
    const options = picks.slice(at * partSize, (at + 1) * partSize).map(optionOf);
    return {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `admin/${kind}/${at}`,
          placeholder: asks[kind],
          min_values: 0,
          max_values: options.length,
          options,
        },
      ],
    };
  });
}

function optionOf(pick: Pick) {
  const { byHand, isPicked, id } = pick;
  const about = id === undefined ? byHand && attributeNames(byHand) : 'instead of making a second one';
  return {
    label: label(pick),
    value: pickValue(pick),
    ...(about ? { description: clipped(about, 100) } : {}),
    ...(isPicked ? { default: true } : {}),
  };
}

function shown({ binding, name }: { readonly binding: string; readonly name: string }): string {
  const clip = escaped(clipped(name, 60));
  return binding.startsWith('channel:') ? `#${clip}` : `**${clip}**`;
}

function label({ binding, name }: { readonly binding: string; readonly name: string }): string {
  const [kind] = binding.split(':');
  const clip = clipped(name, 60);
  if (kind === 'channel') return `#${clip}`;
  return `${kind === 'role' ? 'Role' : 'Category'} ${clip}`;
}
