/** The picture on a group's events. */
import { afterAll, expect, test } from 'vitest';
import type { EventCover } from '../../src/pictures/event-cover.ts';
import { openPictures } from '../../src/pictures/pictures.ts';
import { drawingIn, inkIn, readPixels } from './pixels.ts';

const pictures = openPictures();
afterAll(() => pictures.close());

const readers: EventCover = { title: 'Readers', line: 'Study group' };
const draw = async (cover: Partial<EventCover>) => readPixels(await pictures.eventCover({ ...readers, ...cover }));
/** Right of the cairn. */
const words = { left: 290, right: 800, top: 0, bottom: 320 };

test('shows whose it is, in every script and length, clear of the edges', async () => {
  const titles = ['Readers', 'Łukasz und die verteilten Systeme am Freitag', '分散システムを学ぶ会', 'م'.repeat(90)];
  const drawn = await Promise.all(titles.map(title => draw({ title })));
  for (const pixels of drawn) {
    expect([pixels.width, pixels.height]).toEqual([800, 320]);
    expect(inkIn(pixels, words)).toBeDefined();
    expect(inkIn(pixels, { ...words, left: 750 })).toBeUndefined();
    expect(inkIn(pixels, { ...words, bottom: 40 })).toBeUndefined();
  }
  expect(new Set(drawn.map(pixels => drawingIn(pixels, words))).size).toBe(titles.length);
});

test('has the colour of the group, and is the same for the same group', async () => {
  const [plain, again, coloured] = await Promise.all([draw({}), draw({}), draw({ colour: 0xda489e })]);
  const whole = { left: 0, right: 800, top: 0, bottom: 320 };
  const shown = (pixels: typeof plain) => Array.from({ length: 320 }, (_, y) => pixels.colour(168, y)).join();
  expect(drawingIn(again, whole)).toBe(drawingIn(plain, whole));
  expect(shown(coloured)).not.toBe(shown(plain));
});

test('is small enough to be sent with each event', async () => {
  expect((await pictures.eventCover(readers)).byteLength).toBeLessThan(100_000);
});
