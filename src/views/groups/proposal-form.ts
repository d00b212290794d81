/** The form in which a member proposes a group. */
import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { weekdays } from '../../domain/community.ts';
import { readWeekdays } from '../../domain/groups/asked-time.ts';
import { type AskedGroup, longestTitle, usualMinutes } from '../../domain/groups/proposal.ts';
import type { Form } from '../form.ts';

/** What has been typed so far. */
export type TypedGroup = { readonly [K in keyof AskedGroup]?: string | undefined };

/** @param zone what the field holds at first. */
export function proposalForm(typed: TypedGroup, zone: string): Form {
  const days = readWeekdays(typed.days ?? '') ?? [];
  return {
    title: 'Propose a group',
    customId: typed.path ? `group/create/${typed.path}` : 'group/create',
    fields: [
      line('title', 'What it is called', { max: longestTitle, value: typed.title, example: 'Night Owls' }),
      {
        type: ComponentType.Label,
        label: 'Days',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'days',
          required: true,
          min_values: 1,
          max_values: 7,
          options: weekdays.map(day => {
            return { label: day, value: day, default: days.includes(day) };
          }),
        },
      },
      line('time', 'Time', { max: 10, value: typed.time, example: '19:00' }),
      line('minutes', 'How many minutes', { max: 10, value: typed.minutes ?? String(usualMinutes) }),
      line('zone', 'Time zone', {
        max: 60,
        value: typed.zone ?? zone,
        description: 'A city, or a name such as Europe/Berlin. The time stays when its clocks change.',
      }),
    ],
  };
}

export function readProposalForm(
  fields: Readonly<Record<string, readonly string[]>>,
  path: string | undefined,
): AskedGroup {
  const [title = ''] = fields.title ?? [];
  const [time = ''] = fields.time ?? [];
  return {
    title,
    time,
    days: (fields.days ?? []).join(', '),
    minutes: fields.minutes?.[0],
    zone: fields.zone?.[0],
    path,
  };
}

const longestTag = 100;

/** For a button that opens the form with what was typed: where that does not fit it, without the longest. */
export function againTag({ title, days, time, minutes = '', zone = '', path = '' }: AskedGroup): string {
  const chosen = readWeekdays(days) ?? [];
  const fields = [title, chosen.map(day => day.slice(0, 3)).join('.'), time, minutes, zone, path];
  const parts = fields.map(field => encodeURIComponent(field.toWellFormed()));
  const tag = () => ['group', 'create', ...parts].join('/');
  while (tag().length > longestTag) {
    const longest = Math.max(...parts.map(({ length }) => length));
    parts[parts.findIndex(({ length }) => length === longest)] = '';
  }
  return tag();
}

/** @param args of such a button; none: nothing was typed yet. */
export function typedBefore(args: readonly string[]): TypedGroup {
  const [title, days, time, minutes, zone, path] = args.map(part => decodeURIComponent(part) || undefined);
  return { title, days: days?.replaceAll('.', ', '), time, minutes, zone, path };
}

interface Line {
  readonly max: number;
  readonly value?: string | undefined;
  readonly example?: string;
  readonly description?: string;
}

function line(
  name: string,
  label: string,
  { max, value, example, description }: Line,
): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label,
    ...(description ? { description } : {}),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: true,
      max_length: max,
      ...(value ? { value: value.slice(0, max) } : {}),
      ...(example ? { placeholder: example } : {}),
    },
  };
}
