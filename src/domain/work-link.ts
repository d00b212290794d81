/** Reads the link a member gives for their work: whether somebody else could open it, today and in a year. */

/** `expires`: an address of Discord's for uploads, good for a day. `private`: only the member's own network has it. */
export type LinkFault = 'no-address' | 'too-long' | 'expires' | 'private';

export type LinkReading =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'fault'; readonly why: LinkFault };

/** Fits a line of a card and a certificate's credential. */
export const longestLink = 512;

const hostAtTheBeginning = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#:]|$)/u;
const discordsFiles = /(?:^|\.)(?:discordapp\.(?:com|net)|discord\.media)$/;
const ownNetwork =
  /^(?:localhost|\[.*|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\..*|.*\.(?:local|localhost|internal|test))$/;

const insideDiscord = /^https?:\/\/(?:[a-z]+\.)?discord(?:app)?\.com\/channels\//;

/** A message on Discord is for members: others cannot open it, and its address tells them ids. */
export function isForEverybody(url: string): boolean {
  return !insideDiscord.test(url);
}

/** In the form that browsers give it; `https://` may be left out. */
export function readLink(typed: string): LinkReading {
  // As Discord shows links that are not to unfold.
  const text = typed.trim().replace(/^<(.*)>$/, '$1');
  const fault = (why: LinkFault): LinkReading => ({ kind: 'fault', why });
  if (/\s/.test(text)) return fault('no-address');
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) || !hostAtTheBeginning.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return fault('no-address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fault('no-address');
  if (url.username !== '' || url.password !== '') return fault('no-address');
  const host = url.hostname.replace(/\.$/, '');
  if (ownNetwork.test(host) || !host.includes('.')) return fault('private');
  if (discordsFiles.test(host)) return fault('expires');
  return url.href.length > longestLink ? fault('too-long') : { kind: 'link', url: url.href };
}
