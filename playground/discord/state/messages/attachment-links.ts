/** Addresses of attachments as Discord's CDN has them: signed, and void after a day. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../world.ts';
import type { AttachmentRecord } from './attachment-record.ts';

const livesForSeconds = 86_400;
/** Of the signature, as long as Discord's. */
const hex = 64;

const pathOf = ({ ephemeral, placeId, id, filename }: AttachmentRecord) =>
  `/${ephemeral ? 'ephemeral-attachments' : 'attachments'}/${placeId}/${id}/${encodeURIComponent(filename)}`;

export function linkTo(world: World, attachment: AttachmentRecord): string {
  const issued = Math.floor(world.clock.millis() / 1000);
  const is = issued.toString(16);
  const ex = (issued + livesForSeconds).toString(16);
  const path = pathOf(attachment);
  return `${world.origin}${path}?ex=${ex}&is=${is}&hm=${signature(world, path, ex, is)}&`;
}

/** The file behind an address, unless it was forgotten, tampered with or has expired. */
export function linked(world: World, url: URL): AttachmentRecord | undefined {
  const attachment = world.attachments.get(url.pathname.split('/')[3] ?? '');
  if (attachment === undefined || pathOf(attachment) !== url.pathname) return undefined;
  const [ex = '', is = '', hm = ''] = ['ex', 'is', 'hm'].map(name => url.searchParams.get(name) ?? '');
  const expected = Buffer.from(signature(world, url.pathname, ex, is));
  if (hm.length !== hex || !timingSafeEqual(Buffer.from(hm.padEnd(hex).slice(0, hex), 'latin1'), expected))
    return undefined;
  return Number.parseInt(ex, 16) * 1000 > world.clock.millis() ? attachment : undefined;
}

function signature({ secret }: World, path: string, ex: string, is: string): string {
  return createHmac('sha256', secret).update(`${path} ${ex} ${is}`).digest('hex');
}
