/** What a stranger does to verify: the documents that credentials name, and the commands that the page gives. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchanged, partOf } from '../credentials/a-certificate.ts';
import { at } from '../support/builders.ts';
import { issued } from './a-showcase.ts';
import { aSite, type Site } from './a-site.ts';

let site: Site;
beforeEach(async () => {
  site = await aSite();
});
const fetched = async (address: string) => (await fetch(address)).text();

describe('every address in a credential', () => {
  test('leads to what it names: issuer, key, achievement and status list', async () => {
    const jwt = await fetched(`${site.url}/c/${issued.id}.jwt`);
    const { kid } = partOf(jwt, 0);
    const { issuer, credentialSubject, credentialStatus } = partOf(jwt, 1);
    expect(JSON.parse(await fetched(issuer.id))).toMatchObject({ id: issuer.id, name: issuer.name });
    expect(JSON.parse(await fetched(kid))).toMatchObject({ kid, kty: 'EC' });
    expect(JSON.parse(await fetched(`${site.url}/.well-known/jwks.json`)).keys).toMatchObject([{ kid }]);
    const { id } = credentialSubject.achievement;
    expect(JSON.parse(await fetched(id))).toMatchObject({ id, achievementType: 'Certificate' });
    const list = partOf(await fetched(credentialStatus.statusListCredential), 1);
    expect(list.id).toBe(credentialStatus.statusListCredential);
  });

  test.each([
    ['/issuer.json', 300],
    ['/.well-known/jwks.json', 300],
    ['/achievements/foundation.json', 300],
    ['/status/1.jwt', 60],
  ])('%s may be kept for %i seconds and read by programs in any web page', async (path, seconds) => {
    const { headers } = await site.get(path);
    expect(headers.get('cache-control')).toBe(`public, max-age=${seconds}`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each([
    '/achievements/unknown.json',
    '/achievements/__proto__.json',
    '/keys/short.json',
    `/keys/${'x'.repeat(43)}.json`,
    '/status/0.jwt',
    '/status/-1.jwt',
    '/status/1e3.jwt',
    '/status/99999999999999999999.jwt',
  ])('%s, which no credential names, is not there', async path => {
    expect((await site.get(path)).status).toBe(404);
  });
});

describe('the commands for Node.js, run as they stand', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-verify-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Fetches what the page says, and gives the script to the program it names. */
  async function verify(change = (_file: string, content: string) => content) {
    const page = (await fetched(`${site.url}/c/${issued.id}`))
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const [, file = '', address = ''] of page.matchAll(/curl -fsSo (\S+) ([^\s<]+)/g)) {
      await writeFile(join(folder, file), change(file, await fetched(address)));
    }
    const [, options = '', script = ''] = /node (\S+) <<'END'\n([\s\S]*?)\nEND/.exec(page) ?? [];
    const node = spawn(process.execPath, [options], { cwd: folder });
    node.stdin.end(script);
    const [said, complained] = await Promise.all([text(node.stdout), text(node.stderr)]);
    return said || complained;
  }

  test('find a certificate genuine and in force', async () => {
    expect(await verify()).toBe('Distributed Systems Foundation: genuine, in force\n');
  });

  test('find one revoked', async () => {
    site.showcase.shown = { ...issued, revoked: { at: at('2026-04-02'), why: 'other' } };
    expect(await verify()).toBe('Distributed Systems Foundation: genuine, REVOKED\n');
  });

  test.each(['certificate.jwt', 'status.jwt'])('find it out when %s was changed', async forged => {
    const said = await verify((file, content) => (file === forged ? exchanged(content, 1, { name: 'More' }) : content));
    expect(said).toContain(`${forged} is not genuine`);
  });
});
