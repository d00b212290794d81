/** The community's own file: what the documents ask for, readable on both of Discord's themes, and fit for a server. */
import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/curriculum/load.ts';
import { channelsCairnUses } from '../../src/domain/community.ts';

const { community, curriculum } = await loadData('data');
const channels = community.categories.flatMap(category => category.channels);
const rolesOf = (path: string) => community.roles.filter(({ paths }) => paths.includes(path)).map(({ name }) => name);

test.each([
  ['new-graduate', 'New Graduate', 'new-grads', ['Monday', 'Wednesday'], '19:00', 20],
  ['senior-engineer', 'Senior Engineer', 'senior-eng', ['Tuesday', 'Thursday'], '20:00', 15],
  ['manager', 'Manager', 'eng-managers', ['Wednesday'], '18:00', 10],
  ['architect', 'Architect', 'architects', ['Friday'], '17:00', 5],
])(
  'the path %s has the role, channel, study group and mentor pool of the overview’s table',
  (path, role, channel, days, time, mentors) => {
    expect(rolesOf(path)).toEqual([role]);
    const [group] = community.studyGroups.filter(({ paths }) => paths.includes(path));
    expect([group?.channel, group?.meets.map(({ days, at }) => [days, at])]).toEqual([channel, [[days, time]]]);
    expect(community.mentorPools.filter(({ paths }) => paths.includes(path)).map(({ aim }) => aim)).toEqual([mentors]);
    const key = community.roles.find(({ name }) => name === role)?.key;
    expect(channels.find(({ name }) => name === channel)?.sees).toContain(key);
  },
);

test('every path brings one role, a variant the same as its full path, and each of these opens a channel', () => {
  for (const { id, variantOf } of curriculum.paths.values()) {
    expect(rolesOf(id), id).toHaveLength(1);
    if (variantOf) expect(rolesOf(id)).toEqual(rolesOf(variantOf));
  }
  const opened = channels.flatMap(({ sees }) => (typeof sees === 'string' ? [] : sees));
  for (const { key, paths } of community.roles) if (paths.length > 0) expect(opened).toContain(key);
});

test('every certificate brings a role of its own, called after it', () => {
  const named = community.roles.flatMap(({ name, certificates }) => certificates.map(id => [id, name]));
  expect(named.toSorted()).toEqual(
    [...curriculum.certificates.values()].map(({ id, title }) => [id, title]).toSorted(),
  );
});

test('every channel that Cairn uses is there, and members’ evidence is for organisers only', () => {
  expect(channels.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.values(channelsCairnUses)));
  expect(channels.find(({ key }) => key === channelsCairnUses.organisers)?.sees).toEqual(['organiser']);
});

/** Where names are shown: Discord's light theme, and the lightest of its dark ones. */
const themes = {
  light: 0xfbfbfb,
  white: 0xffffff,
  dark: 0x313338,
  ash: 0x323339,
  darker: 0x1a1a1e,
  midnight: 0x000000,
};

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map(shift => {
    const part = ((colour >> shift) & 0xff) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries(themes))('on the theme %s', (_, background) => {
  test.each(community.roles.flatMap(({ name, colour }) => (colour === undefined ? [] : [[name, colour] as const])))(
    'the name of %s can be read',
    (_, colour) => {
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
    },
  );
});

test('contrast is what WCAG says it is', () => {
  expect(contrast(0x000000, 0xffffff)).toBeCloseTo(21);
  expect(contrast(0x777777, 0xffffff)).toBeCloseTo(4.48, 2);
});

test('roles that are listed apart, and roles of paths, look different from each other', () => {
  const shown = community.roles.filter(({ hoist, paths }) => hoist || paths.length > 0);
  expect(new Set(shown.map(({ emoji }) => emoji)).size).toBe(shown.length);
  const parts = (colour = 0) => [16, 8, 0].map(shift => (colour >> shift) & 0xff);
  for (const [index, one] of shown.entries())
    for (const other of shown.slice(index + 1)) {
      const [left, right] = [parts(one.colour), parts(other.colour)];
      const distance = Math.hypot(...left.map((part, at) => part - (right[at] ?? 0)));
      expect(distance, `${one.name} and ${other.name}`).toBeGreaterThan(40);
    }
});
