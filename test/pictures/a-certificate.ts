/** A certificate's facts for tests, and pictures made of them beside the main loop, as the bot has them made. */
import { afterAll } from 'vitest';
import type { CertificatePictureFacts } from '../../src/pictures/facts.ts';
import { openPictures } from '../../src/pictures/pictures.ts';
import { type Pixels, readPixels } from './pixels.ts';

export const aCertificate: CertificatePictureFacts = {
  community: 'Distributed Systems Community',
  title: 'Distributed Systems Architect',
  path: 'Architect Path',
  name: 'Ada Lovelace',
  on: Temporal.PlainDate.from('2026-03-03'),
  mix: '34 items, 6 with work shown',
  id: 'K7QM-2XTD',
};

/** Where a name may be drawn: between "This certifies that" and "has earned the certificate", inside the frame. */
export const nameRegion = { left: 60, right: 1540, top: 416, bottom: 606 };

/** Opens a thread that is closed after the file's last test. */
export function studio(): (facts: Partial<CertificatePictureFacts>) => Promise<Pixels> {
  const pictures = openPictures();
  afterAll(() => pictures.close());
  return async facts => readPixels(await pictures.certificate({ ...aCertificate, ...facts }));
}
