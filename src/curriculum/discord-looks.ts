/** Reads what Discord will show: names of roles and channels, colours, emoji, topics. */
import type { Reference } from './drafts.ts';
import type { Fields } from './fields.ts';
import type { Report } from './problem.ts';
import { readOptionalText, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

/** Discord's limits, in UTF-16 code units as it counts them. */
const longest = { name: 100, topic: 1024 } as const;

const reserved = /^@?(?:everyone|here)$/i;
/** What Discord leaves as it is: no blanks, no capitals, nothing it would strip. */
const textChannelName = /^(?:[\p{L}\p{M}\p{N}_\-]|\p{RGI_Emoji})+$/v;

/** A name, with the key's place where there is none, so that what follows from it can still be told. */
export function readName(fields: Fields, report: Report): Reference {
  const value = fields.get('name');
  const name = readText(value, report, longest.name);
  if (value && reserved.test(name))
    report('discordName', value, `"${name}" means everybody on Discord. Choose another name.`);
  return { value: name, at: value ?? fields.at };
}

export function readTextChannelName(fields: Fields, report: Report): Reference {
  const name = readName(fields, report);
  const { value, at } = name;
  const proper = value.toLowerCase().replaceAll(/\s+/g, '-');
  if (value !== '' && (value !== value.toLowerCase() || !textChannelName.test(value)))
    report(
      'discordName',
      at,
      `A text channel’s name has small letters, digits, emoji, "-" and "_" only, not "${value}".${textChannelName.test(proper) ? ` Write "${proper}".` : ''}`,
    );
  return name;
}

export function readTopic(value: Value | undefined, report: Report): string | undefined {
  return readOptionalText(value, report, longest.topic);
}

export function readColour(value: Value | undefined, report: Report): number | undefined {
  if (!value) return undefined;
  const text = readText(value, report);
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(text) ?? [];
  if (digits === undefined) {
    if (text !== '')
      report('colour', value, `"${text}" is no colour. Write "#" and six digits in quotes, such as "#0fa626".`);
    return undefined;
  }
  const colour = Number.parseInt(digits, 16);
  if (colour === 0)
    report('colour', value, 'Discord takes "#000000" for no colour. Leave "colour" out, or take "#010101".');
  return colour;
}

export function readEmoji(value: Value | undefined, report: Report): string | undefined {
  if (!value) return undefined;
  const text = readText(value, report);
  if (text !== '' && !/^\p{RGI_Emoji}$/v.test(text))
    report(
      'emoji',
      value,
      `"${text}" is not one emoji. Write a single one, such as 🌱; Discord’s own ":name:" is none.`,
    );
  return text;
}
