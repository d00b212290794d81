/** The page's port is taken first, and only once. */
import { expect, test } from 'vitest';
import { openDoor } from '../../../playground/page/door.ts';

test('a second playground on the same port is told so, with what to do', async () => {
  const door = await openDoor(0);
  await expect(openDoor(door.port)).rejects.toMatchObject({
    message: `Port ${door.port} is taken: another program uses it, perhaps another playground. Stop that one, or set PLAYGROUND_PORT to another port, or to 0 for any free one.`,
    exitCode: 69,
  });
  await door.close();
});

test('whoever comes too early is asked to wait, and the browser asks again', async () => {
  const door = await openDoor(0);
  const response = await fetch(door.url);
  expect({ status: response.status, again: response.headers.get('refresh'), text: await response.text() }).toEqual({
    status: 503,
    again: '1',
    text: 'The playground is starting. This page comes by itself.',
  });
  await door.close();
});
