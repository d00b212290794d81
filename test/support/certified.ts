/** Members on the way to a certificate, as they press and fill in. */
import type { Guild, LocalDiscord, Member, Shown } from '../../playground/discord/index.ts';
import { readBadge } from '../../src/credentials/badge.ts';

/** The shortest of the level paths; nothing on it asks for work to be shown. */
export const leader = { path: 'level-leader', id: 'leader', title: 'Distributed Systems Leader' } as const;

/** Presses Done until the certificate is earned, showing work where it is asked for. */
export async function earns(member: Member, path: string = leader.path): Promise<Shown> {
  let shown = await member.runs('/path choose', { path });
  while (!shown.text.includes('Certificate earned')) {
    shown = await member.clicks('Done', shown);
    if (shown.kind === 'modal') shown = await member.submits({ Link: 'https://code.example.org/work' });
  }
  return shown;
}

export interface Wanted {
  readonly name?: string;
  readonly announce?: 'yes' | 'no';
}

/** Fills in the form that a button opened. */
export function confirms(member: Member, { name, announce = 'no' }: Wanted = {}): Promise<Shown> {
  const said = { 'Announce it in the certificates channel?': announce };
  return member.submits({ ...(name !== undefined && { 'Name to print': name }), ...said });
}

/** Earns it, says which name to print, and has it. */
export async function gets(member: Member, wanted: Wanted = {}): Promise<Shown> {
  await member.clicks('Get it', await earns(member));
  return await confirms(member, wanted);
}

/** "K7QM-2XTD", as it stands in what is shown. */
export function numberIn({ text }: Shown): string {
  const [, number] = /No\. ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
  if (!number) throw new Error(`There is no certificate's number in: ${text}`);
  return number;
}

/** A file that a component of the message shows, as whoever saves it gets it. */
export async function saved({ message }: Shown, ending: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = addresses(message?.components).find(address => new URL(address).pathname.endsWith(ending));
  if (!url) throw new Error(`No file ending in ${ending} came with it.`);
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

function addresses(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'media' in part ? part.media : 'file' in part ? part.file : undefined;
  if (typeof own === 'object' && own !== null && 'url' in own) return [String(own.url)];
  return Object.values(part).flatMap(addresses);
}

/** What a signed file says, unverified. */
export function payloadOf(jwt: string) {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}

/** The signed file inside a picture. */
export async function bakedIn(shown: Shown): Promise<string> {
  const badge = readBadge(await saved(shown, '.png'));
  if (badge.kind !== 'badge') throw new Error(`The picture carries no signed file: ${badge.kind}.`);
  return badge.jwt;
}

/** The name that a signed file prints. */
export function nameIn(jwt: string): string {
  const { identifier } = payloadOf(jwt).credentialSubject;
  return identifier.find(({ identityType }: { identityType: string }) => identityType === 'name').identityHash;
}

/** What stands in the channel where certificates are announced: one message, no more. */
export async function announced(discord: LocalDiscord, guild: Guild): Promise<Shown> {
  const channel = await discord.until(() => guild.channels.find(({ name }) => name === 'certificates'));
  const [first, ...more] = await discord.until(() => {
    const shown = guild.owner.reads(channel);
    return shown.length > 0 ? shown : undefined;
  });
  if (!first || more.length > 0) throw new Error(`Announced ${1 + more.length} times.`);
  return first;
}

/** Addresses by the labels of their buttons. */
export function linksOf({ buttons }: Shown): Readonly<Record<string, string>> {
  return Object.fromEntries(buttons.flatMap(({ label, url }) => (url === undefined ? [] : [[label, url]])));
}
