/** A date was typed that could be either of two days. */
import type { EitherDay } from '../../domain/groups/date-in-figures.ts';
import { card, text } from '../card.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { day } from './when.ts';

export function eitherDayMessage({ typed, either: [one, other] }: EitherDay): Message {
  return card('notice', [
    text(
      `### “${escaped(clipped(typed, 60))}” could be two days`,
      `**${day(one)}** or **${day(other)}**? Write the day as \`${one}\` or \`${other}\`. Nothing changed.`,
    ),
  ]);
}
