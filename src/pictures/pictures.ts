/** Makes pictures beside the main loop, which answers members meanwhile. */
import type { CertificateFacts } from './facts.ts';
import { createPool, type PoolLimits } from './pool.ts';
import type { Request, Result } from './requests.ts';

export type CertificatePictureOutcome =
  | { readonly kind: 'drawn'; readonly png: Uint8Array<ArrayBuffer> }
  /** So many are being made that this one would take too long: ask again in a moment. */
  | { readonly kind: 'busy' };

export type NameCheck =
  /** In the order of the name; none means that all of it will be printed. */
  { readonly kind: 'checked'; readonly undrawable: readonly string[] } | { readonly kind: 'busy' };

export interface Pictures {
  certificate(facts: CertificateFacts): Promise<CertificatePictureOutcome>;
  /** Which characters of a name no font of ours has: they would be left out. */
  check(name: string): Promise<NameCheck>;
  close(): Promise<void>;
}

const usual: PoolLimits = { tasks: 64, patience: 20_000, idle: 60_000 };

/** Read by the canvas as it loads: the same bytes come out on every machine only without the machine's own fonts. */
const ownFontsOnly = { DISABLE_SYSTEM_FONTS_LOAD: '1' };

export function openPictures(limits: Partial<PoolLimits> = {}): Pictures {
  const script = new URL('./thread.ts', import.meta.url);
  const pool = createPool<Request, Result>(script, ownFontsOnly, { ...usual, ...limits });
  return {
    async certificate(facts) {
      const answer = await pool.run({ kind: 'certificate', facts: { ...facts, on: facts.on.toString() } });
      if (answer.kind === 'busy') return answer;
      return { kind: 'drawn', png: answer.result as Uint8Array<ArrayBuffer> };
    },
    async check(name) {
      const answer = await pool.run({ kind: 'undrawable', name });
      if (answer.kind === 'busy') return answer;
      return { kind: 'checked', undrawable: answer.result as readonly string[] };
    },
    close: () => pool.close(),
  };
}
