/** The text of one key's file: `{ thumbprint, jwk, d }`; a retired one has `retired` instead of `d`. */
import type { PublicJwk } from './key.ts';

export interface KeyFile {
  readonly thumbprint: string;
  readonly jwk: PublicJwk;
  /** The private part. It is destroyed at rotation: nobody needs to sign with an old key again. */
  readonly d?: string;
  readonly retired?: string;
}

export function writeKeyFile(file: KeyFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** @returns undefined for a text that is cut off or no key of ours */
export function readKeyFile(text: string): KeyFile | undefined {
  const file = parsed(text);
  if (!isRecord(file) || !isRecord(file.jwk) || !is256Bits(file.thumbprint)) return undefined;
  const { crv, kty, x, y } = file.jwk;
  if (crv !== 'P-256' || kty !== 'EC' || !is256Bits(x) || !is256Bits(y)) return undefined;
  const { thumbprint, d, retired } = file;
  const known = { thumbprint, jwk: { crv, kty, x, y } } as const;
  if (is256Bits(d) && retired === undefined) return { ...known, d };
  return d === undefined && isInstant(retired) ? { ...known, retired } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function is256Bits(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value);
}

function isInstant(value: unknown): value is string {
  try {
    return typeof value === 'string' && Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
}
