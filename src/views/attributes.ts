/** What can be set on a role or channel, in an organiser's words. */
import type { Attribute } from '../domain/attributes.ts';
import { escaped } from './text.ts';

const words: Readonly<Record<string, string>> = {
  name: 'name',
  colour: 'colour',
  hoist: 'listed apart',
  mentionable: 'may be pinged by everybody',
  emoji: 'icon',
  topic: 'topic',
  parent: 'category',
};

/** Several attributes say who sees a channel: named once. */
export function attributeNames(names: readonly string[]): string {
  return [...new Set(names.map(attributeName))].join(', ');
}

function attributeName(name: string): string {
  if (!name.startsWith('access/')) return words[name] ?? name;
  return name.endsWith('/ViewChannel') ? 'who sees it' : 'who writes';
}

/** "name: New Graduate", or for access only its name. */
export function attributeChange([name, value]: readonly [string, Attribute]): string {
  if (name.startsWith('access/') || name === 'parent') return attributeName(name);
  return `${attributeName(name)}: ${attributeValue(name, value)}`;
}

function attributeValue(name: string, value: Attribute): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'colour') return value === 0 ? 'none' : `#${Number(value).toString(16).padStart(6, '0')}`;
  return escaped(String(value));
}
