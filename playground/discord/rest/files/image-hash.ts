/** Pictures of guilds and roles are known by their hash; the picture itself is not kept. */
import { createHash } from 'node:crypto';
import { invalid } from '../../errors.ts';
import { imageOf } from '../../validate/image-data.ts';

export function imageHash(uri: string): string {
  const image = imageOf(uri);
  if (image === undefined) throw invalid('icon', 'IMAGE_INVALID', 'Invalid image data');
  return createHash('md5').update(image.bytes).digest('hex');
}
