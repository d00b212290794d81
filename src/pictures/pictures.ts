/** Makes pictures beside the main loop, which answers members meanwhile. */
import type { EventCover } from './event-cover.ts';
import type { CertificatePictureFacts } from './facts.ts';
import { createPool, type PoolLimits } from './pool.ts';
import type { Request, Result } from './requests.ts';

export interface Pictures {
  /**
   * The PNG.
   * @throws PicturesBusy when too many are waiting; a fault when it could not be made.
   */
  certificate(facts: CertificatePictureFacts): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The PNG of a group's events, the same for the same group.
   * @throws PicturesBusy as above.
   */
  eventCover(cover: EventCover): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Which characters of a text no font of ours has, each once and in the order of the text: they would be left out.
   * @throws PicturesBusy as above.
   */
  undrawable(text: string): Promise<readonly string[]>;
  /** Lets the picture under way be finished; those that wait are turned away. */
  close(): Promise<void>;
}

/** So many are being made that this one would take too long. Nothing is wrong: asked again in a moment, it is made. */
export class PicturesBusy extends Error {
  override readonly name = 'PicturesBusy';
  constructor() {
    super('Too many pictures are waiting to be made. Ask again in a moment.');
  }
}

const usual: PoolLimits = { tasks: 64, patience: 20_000, idle: 60_000 };

/** Read by the canvas as it loads: the same bytes come out on every machine only without the machine's own fonts. */
const ownFontsOnly = { DISABLE_SYSTEM_FONTS_LOAD: '1' };

export function openPictures(limits: Partial<PoolLimits> = {}): Pictures {
  const script = new URL('./thread.ts', import.meta.url);
  const pool = createPool<Request, Result>(script, ownFontsOnly, { ...usual, ...limits });
  const ask = async (request: Request) => {
    const answer = await pool.run(request);
    if (answer.kind === 'busy') throw new PicturesBusy();
    return answer.result;
  };
  return {
    certificate: async facts =>
      (await ask({ kind: 'certificate', facts: { ...facts, on: facts.on.toString() } })) as Uint8Array<ArrayBuffer>,
    eventCover: async cover => (await ask({ kind: 'event-cover', cover })) as Uint8Array<ArrayBuffer>,
    undrawable: async text => (await ask({ kind: 'undrawable', text })) as readonly string[],
    close: () => pool.close(),
  };
}
