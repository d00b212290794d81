/** What every answer carries: no scripts, nothing from elsewhere, no frames, no guessing of types, no referrer. */
import { styleHash } from './page/style.ts';

/** Whoever holds the address of a page may see it; search engines and the sites it links to don't learn it from us. */
export function ownHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "img-src 'self'",
      `style-src '${styleHash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
    ...(publicUrl?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/** A picture has nothing to run or load, but the browser styles the page it makes around one that is opened by itself. */
export const forPictures = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** Answers that anybody's program may read in a browser: verifiers are web pages, too. */
export const forEveryProgram = { 'access-control-allow-origin': '*' } as const;

/** Seconds. A revocation shows within a minute; keys, issuer and achievements hardly ever change. */
export const keptFor = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}` });
export const alwaysAskedAnew = { 'cache-control': 'no-cache' } as const;
