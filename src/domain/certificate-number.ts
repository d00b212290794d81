/** A certificate's number, short enough to be read out: the beginning of its id in letters that nobody mistakes. */

/** Crockford's: no I, L, O or U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** "K7QM-2XTD", of 40 bits. */
export function certificateNumber(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(0, 10)}`);
  const number = Array.from({ length: 8 }, (_, place) => letters[Number((bits >> BigInt(35 - 5 * place)) & 31n)]);
  return `${number.slice(0, 4).join('')}-${number.slice(4).join('')}`;
}

/** How the id of a certificate with this number begins; undefined for what is no number. */
function beginningOf(typed: string): string | undefined {
  const number = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, letter => misread[letter] ?? letter);
  if (number.length !== 8) return undefined;
  const values = [...number].map(letter => letters.indexOf(letter));
  if (values.includes(-1)) return undefined;
  const hex = values
    .reduce((bits, value) => (bits << 5n) | BigInt(value), 0n)
    .toString(16)
    .padStart(10, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

export type CertificateReference =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'number'; readonly beginning: string }
  | { readonly kind: 'signed'; readonly jwt: string };

const uuid = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/i;

/** What somebody gives to have a certificate verified: its number, its id, its page's address or the signed text. */
export function certificateReference(typed: string): CertificateReference | undefined {
  const text = typed.trim();
  if (/^[\w-]{20,}[.][\w-]+[.][\w-]+$/.test(text)) return { kind: 'signed', jwt: text };
  const id = uuid.exec(text)?.[0].toLowerCase();
  if (id) return { kind: 'id', id };
  const beginning = beginningOf(text.replace(/^no[.]?\s/i, ''));
  return beginning === undefined ? undefined : { kind: 'number', beginning };
}
