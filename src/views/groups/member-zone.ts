/** A member's own time zone: shown, set, taken back, or asked for. */
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { MemberZoneOutcome, NextInZone } from '../../domain/groups/member-zone.ts';
import type { ZoneMatch } from '../../domain/zone-match.ts';
import { button, card, row, select, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Form } from '../form.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { plainTime } from './when.ts';
import { notAZone, zoneLine, zoneOptions } from './zones.ts';

const why =
  '-# Discord shows you every time in your own zone anyway. I use yours for your rests, for a group you propose, and to find hours that suit your groups. I never show it to anybody.';

export function memberZoneMessage(outcome: MemberZoneOutcome): Message {
  switch (outcome.kind) {
    case 'current':
    case 'set':
      return card(outcome.kind === 'set' ? 'done' : 'plain', [
        text(
          outcome.kind === 'set' ? '## ✅ Noted' : '## 🕰️ Your time zone',
          `${zoneLine(outcome.zone)}.`,
          outcome.next && nextLine(outcome.next, outcome.zone.zone),
        ),
        text(why),
        row(button('Another city', 'me/zone'), button('Forget it', 'me/forget-zone')),
      ]);
    case 'none':
      return card('plain', [
        text(
          outcome.wasForgotten ? '## Forgotten' : '## 🕰️ You have not told me your time zone',
          'You need not: it is never required.',
        ),
        zoneSelect(outcome.offered, 'Your city, or one with the same clock'),
        row(button('Another city', 'me/zone')),
        text(why),
      ]);
    case 'unclear':
      return card('notice', [
        text('### Which one?', notAZone(outcome.asked)),
        zoneSelect(outcome.nearest, 'Pick your city, or one with the same clock'),
        row(button('Another city', 'me/zone')),
      ]);
  }
}

function zoneSelect(matches: readonly ZoneMatch[], placeholder: string) {
  return select('me/pick-zone', placeholder, zoneOptions(matches));
}

function nextLine({ group, session }: NextInZone, zone: string): string {
  const { startsAt } = session;
  return `Your next meeting: ${escaped(group.title)}, ${plainTime({ startsAt, zone })} there, ${timestamp(startsAt, 'ago')}.`;
}

/** What is typed here is looked for. */
export function zoneForm(): Form {
  return {
    title: 'Your time zone',
    customId: 'me/zone',
    fields: [
      {
        type: ComponentType.Label,
        label: 'City or country',
        description: 'Only you see it. Discord shows you all times in your own zone anyway.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'place',
          style: TextInputStyle.Short,
          max_length: 60,
          placeholder: 'Lisbon',
          required: true,
        },
      },
    ],
  };
}
