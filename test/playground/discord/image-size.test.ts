import { expect, test } from 'vitest';
import { imageFacts } from '../../../playground/discord/state/messages/image-size.ts';
import { gifOf, jpegOf, pngOf, webpOf } from './images.ts';

test.each([
  ['image/png', pngOf],
  ['image/gif', gifOf],
  ['image/jpeg', jpegOf],
  ['image/webp', webpOf],
])('the size of %s is read from its header', (contentType, imageOf) => {
  expect(imageFacts(imageOf(640, 480))).toEqual({ contentType, width: 640, height: 480 });
});

test('an image cut off in its header, or a file that is none, has no size', () => {
  expect(imageFacts(pngOf(1, 1).subarray(0, 12))).toBeUndefined();
  expect(imageFacts(jpegOf(1, 1).subarray(0, 10))).toBeUndefined();
  expect(imageFacts(Buffer.from('# Notes'))).toBeUndefined();
  expect(imageFacts(new Uint8Array())).toBeUndefined();
});
