/** A certificate's page, from the bot that issued it to a stranger's browser and to software of others. */
import { verifyJWS } from 'did-jwt';
import { describe, expect } from 'vitest';
import type { Shown } from '../../playground/discord/index.ts';
import { readBadge } from '../../src/credentials/badge.ts';
import { bitAt, decodeBits } from '../../src/credentials/bitstring.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { isChromiumThere } from '../support/browser.ts';
import { confirms, gets, leader, nameIn, numberIn, payloadOf } from '../support/certified.ts';
import { overflow } from '../support/page-parts.ts';
import { eventually } from '../support/tabs.ts';
import { visitors } from '../support/visitors.ts';
import { story } from '../support/world.ts';

const atHome = { pagesAtHome: true } as const;

function pageOf({ buttons }: Shown): string {
  const url = buttons.find(({ label }) => label === 'Its page')?.url;
  if (!url) throw new Error('No button leads to a page.');
  return url;
}

const read = async (address: string) => (await fetch(address)).text();

/** With nothing but what the web server gives to anyone, and with software that is not ours. */
async function verified(page: string) {
  const { origin } = new URL(page);
  const picture = new Uint8Array(await (await fetch(`${page}.png`)).arrayBuffer());
  const badge = readBadge(picture);
  if (badge.kind !== 'badge') throw new Error('The picture carries no signed file.');
  const { keys } = JSON.parse(await read(`${origin}/.well-known/jwks.json`));
  const issuers = keys.map((jwk: { kid: string }) => ({
    id: jwk.kid,
    type: 'JsonWebKey2020',
    controller: origin,
    publicKeyJwk: jwk,
  }));
  verifyJWS(badge.jwt, issuers);
  const { statusListCredential, statusListIndex } = payloadOf(badge.jwt).credentialStatus;
  const list = await read(statusListCredential);
  verifyJWS(list, issuers);
  const bits = decodeBits(payloadOf(list).credentialSubject.encodedList) ?? new Uint8Array();
  return { name: nameIn(badge.jwt), isRevoked: bitAt(bits, Number(statusListIndex)) };
}

describe('for software', () => {
  story(
    'a stranger verifies picture and status; a corrected name and a revocation show at the same address',
    async ({ guild, member }) => {
      const ada = member('ada');
      const got = await gets(ada, { name: 'Ada Byron' });
      const page = pageOf(got);
      expect(await verified(page)).toEqual({ name: 'Ada Byron', isRevoked: false });
      const before = JSON.parse(await read(`${page}.json`));
      expect(before).toMatchObject({ status: 'in-force', name: 'Ada Byron', certificate: { title: leader.title } });
      expect(before.evidence.items).toHaveLength(7);

      await ada.clicks('Correct the name', got);
      await confirms(ada, { name: 'Ada Lovelace' });
      expect(await verified(page)).toEqual({ name: 'Ada Lovelace', isRevoked: false });
      const corrected = JSON.parse(await read(`${page}.json`));
      expect({ ...corrected, name: 0, changedOn: 0 }).toEqual({ ...before, name: 0, changedOn: 0 });

      const asked = await guild.owner.runs('/admin revoke', { id: numberIn(got), reason: 'member-asked' });
      await guild.owner.clicks('Revoke it', asked);
      expect(await verified(page)).toEqual({ name: 'Ada Lovelace', isRevoked: true });
      expect(JSON.parse(await read(`${page}.json`))).toMatchObject({
        status: 'revoked',
        revoked: { why: 'member-asked' },
      });
      expect(await read(page)).not.toContain(ada.id);
    },
    atHome,
  );

  story(
    'while Discord is away the health says so, and certificates can be verified all the same',
    async world => {
      const { app, discord, member } = world;
      const page = pageOf(await gets(member('ada'), { name: 'Ada' }));
      const health = async () => {
        const answer = await fetch(`${app.webUrl}/health`);
        return { ...((await answer.json()) as object), status: answer.status };
      };
      expect(await health()).toEqual({ status: 200, gateway: 'connected', database: 'up' });
      discord.faults.outage(true);
      await eventually(health).toEqual({ status: 503, gateway: 'connecting', database: 'up' });
      expect((await fetch(page)).status).toBe(200);
      discord.faults.outage(false);
      await eventually(health).toEqual({ status: 200, gateway: 'connected', database: 'up' });
    },
    atHome,
  );
});

describe.skipIf(!isChromiumThere)('in a stranger’s browser', { timeout: 300_000 }, () => {
  const visit = visitors();

  story(
    'the page Ada was given shows her picture in full, nothing sticks out on a phone, and a revocation is plain to see',
    async ({ guild, member }) => {
      const ada = member('ada');
      const got = await gets(ada, { name: 'محمد Ada' });
      const phone = { viewport: { width: 360, height: 740 } };
      const tab = await visit(pageOf(got), phone);
      await tab.getByRole('heading', { level: 1, name: 'محمد Ada' }).waitFor();
      await tab.getByText('In force', { exact: true }).waitFor();
      const picture = tab.getByRole('img', { name: `has earned ${leader.title}` });
      const { width, height, natural } = await picture.evaluate(image => ({
        width: Number(image.getAttribute('width')),
        height: Number(image.getAttribute('height')),
        natural: [Reflect.get(image, 'naturalWidth'), Reflect.get(image, 'naturalHeight')],
      }));
      expect(natural).toEqual([width, height]);
      expect(await tab.locator('.items').getByRole('listitem').count()).toBe(7);
      expect(await accessibilityFindings(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);

      const asked = await guild.owner.runs('/admin revoke', { id: numberIn(got), reason: 'issued-in-error' });
      await guild.owner.clicks('Revoke it', asked);
      await tab.reload();
      await tab.getByText('It was issued in error.').waitFor();
      await tab.getByText(/^Revoked on /).waitFor();
      expect(await accessibilityFindings(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);
    },
    atHome,
  );
});
