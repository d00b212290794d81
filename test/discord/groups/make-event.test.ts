/** An event is given its picture when it is made, and never afterwards. */
import { expect, onTestFinished, test } from 'vitest';
import { openPictures } from '../../../src/pictures/pictures.ts';
import { aCertificate } from '../../pictures/a-certificate.ts';
import { aCalendar, nextStart } from './a-calendar.ts';
import { startsAt } from './a-group.ts';

/** One picture is drawn at a time, and none waits. */
async function withOneBrush() {
  const pictures = openPictures({ tasks: 1 });
  onTestFinished(() => pictures.close());
  return { ...(await aCalendar({ pictures })), pictures };
}

test('while too many pictures are being drawn it waits, and comes with its own', async () => {
  const { pictures, look, mirrored, events } = await withOneBrush();
  const drawn = pictures.certificate(aCertificate);
  expect(await look()).toEqual({ kind: 'transient', reason: 'many pictures are being drawn' });
  expect(events()).toEqual([]);
  await drawn;
  expect(await mirrored()).toEqual({ kind: 'delivered' });
  expect(events().map(({ json }) => typeof json.image)).toEqual(['string', 'string']);
});

test('not where the session is about to begin: it has none then', async () => {
  const { pictures, look, events, at } = await withOneBrush();
  at(startsAt.subtract({ minutes: 30 }));
  const drawn = pictures.certificate(aCertificate);
  expect(await look()).toMatchObject({ kind: 'transient' });
  await drawn;
  expect(events().map(({ json, startsAt: at }) => [at, json.image])).toEqual([[startsAt, null]]);
  await look();
  expect(events().map(({ startsAt: at }) => at)).toEqual([startsAt, nextStart]);
});
