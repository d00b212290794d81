/** Certificates that somebody doubts: verified, revoked, and seen again when addresses and keys have changed. */
import { dirname, join } from 'node:path';
import { verifyJWS } from 'did-jwt';
import { describe, expect } from 'vitest';
import { openKeys, rotateKeys } from '../../src/credentials/key-folder.ts';
import { verifyCredential } from '../../src/credentials/verify.ts';
import { announced, bakedIn, gets, leader, linksOf, numberIn, payloadOf } from '../support/certified.ts';
import { story, type World } from '../support/world.ts';

const online = { environment: { PUBLIC_URL: 'https://cairn.example.org' } };
const keysOf = ({ file }: World) => join(dirname(file), 'keys');

type PublishedJwk = Readonly<Record<'kid' | 'kty' | 'crv' | 'x' | 'y', string>>;

describe('verifying', () => {
  story(
    'is for anyone: by number, by page and by signed text',
    async ({ member }) => {
      const [ada, ben] = [member('ada'), member('ben')];
      const got = await gets(ada, { name: 'Ada Lovelace' });
      const jwt = await bakedIn(got);
      for (const id of [
        numberIn(got),
        numberIn(got).toLowerCase().replace('-', ' '),
        linksOf(got)['Its page'] ?? '',
        jwt,
      ]) {
        const verified = await ben.runs('/certificate verify', { id });
        expect(verified).toMatchObject({ ephemeral: true });
        expect(verified.text).toContain('Genuine and in force');
        expect(verified.text).toContain('**Ada Lovelace**');
        expect(verified.text).not.toContain(ada.id);
      }
    },
    online,
  );

  story('says of anything else what is wrong with it', async ({ member }) => {
    const ada = member('ada');
    const jwt = await bakedIn(await gets(ada));
    const [header, payload, signature] = jwt.split('.');
    const doctored = Buffer.from(JSON.stringify({ ...payloadOf(jwt), name: 'Doctor' })).toString('base64url');
    const says = async (id: string) => (await ada.runs('/certificate verify', { id })).text;
    expect(await says(`${header}.${doctored}.${signature}`)).toContain('It was changed after it was signed');
    expect(await says(`${header}.${payload}.${signature?.slice(0, -8)}`)).toContain('Not genuine');
    expect(await says('K7QM-2XTD')).toContain('No such certificate');
    expect(await says('my diploma')).toContain('This is no certificate’s number');
  });
});

describe('revoking', () => {
  story(
    'takes the role, keeps the page, sets the bit, and everybody is told the same',
    async world => {
      const { discord, guild, member } = world;
      const ada = member('ada');
      const got = await gets(ada, { announce: 'yes' });
      const posted = await announced(discord, guild);
      await discord.until(() => ada.has(leader.title));
      const jwt = await bakedIn(got);

      const asked = await guild.owner.runs('/admin revoke', { id: numberIn(got), reason: 'work-not-own' });
      expect(asked.text).toContain('Revoke this certificate?');
      expect(ada.has(leader.title)).toBe(true);
      const done = await guild.owner.clicks('Revoke it', asked);
      expect(done.text).toContain('Work shown for it was not the learner’s own');
      await discord.until(() => !ada.has(leader.title));

      const shown = await ada.runs('/certificate show');
      expect(shown.text).toContain('⛔ **Revoked**');
      expect(shown.buttons.map(({ label }) => label)).not.toContain('Show it');
      expect((await member('ben').runs('/certificate verify', { id: jwt })).text).toContain('Genuine, but revoked');
      expect((await member('ben').clicks('What is this?', posted)).text).toContain('⛔ **Revoked**');
      expect((await ada.runs('/certificate share')).text).toContain('There is nothing to share yet');

      const { published } = await openKeys(keysOf(world));
      const statusList = await (await fetch(`${world.app.webUrl}/status/0.jwt`)).text();
      const outcome = await verifyCredential(jwt, { keys: published, now: discord.clock.now(), statusList });
      expect(outcome.kind).toBe('revoked');
      expect((await fetch(`${world.app.webUrl}/c/${payloadOf(jwt).id.split('/c/')[1]}`)).status).toBe(200);

      const log = await guild.owner.runs('/admin log');
      expect(log.text).toContain(`revoked the certificate **${leader.title}, No. ${numberIn(got)}**`);
      // Not earned again, and its role does not come back.
      await ada.runs('/progress undo', { item: 'law-7' });
      await ada.runs('/progress done', { item: 'law-7' });
      await discord.idle();
      expect(ada.has(leader.title)).toBe(false);
      expect((await guild.owner.clicks('Revoke it', asked)).text).toContain('Revoked already');
    },
    online,
  );

  story('is refused for what this server has not issued', async ({ guild }) => {
    const asked = await guild.owner.runs('/admin revoke', { id: 'K7QM-2XTD', reason: 'other' });
    expect(asked.text).toContain('No such certificate here');
  });
});

describe('in the course of time', () => {
  story('the same certificate gets its page when the community gets an address', async ({ member, restarts }) => {
    const ada = member('ada');
    const before = await gets(ada, { name: 'Ada Lovelace' });
    const old = payloadOf(await bakedIn(before));
    await restarts(online.environment);
    await ada.runs('/certificate show');
    const after = await ada.clicks('Show it');
    expect(after.text).not.toContain('Offline');
    expect(numberIn(after)).toBe(numberIn(before));
    const is = payloadOf(await bakedIn(after));
    expect(is.validFrom).toBe(old.validFrom);
    expect(is.id).toBe(`https://cairn.example.org/c/${old.id.replace('urn:uuid:', '')}`);
    expect(is.credentialStatus).toMatchObject({ statusPurpose: 'revocation' });
    expect(linksOf(after)).toEqual({
      'Its page': is.id,
      'Add to LinkedIn': expect.stringContaining(`certUrl=${encodeURIComponent(is.id)}`),
    });
  });

  story(
    'a new key signs without a restart, and what the old one signed stays genuine',
    async world => {
      const ada = world.member('ada');
      const old = await bakedIn(await gets(ada));
      await rotateKeys(keysOf(world), world.discord.clock.now());
      await ada.runs('/certificate show');
      const fresh = await bakedIn(await ada.clicks('Show it'));
      const keys = (await (await fetch(`${world.app.webUrl}/.well-known/jwks.json`)).json()) as {
        keys: PublishedJwk[];
      };
      const published = keys.keys.map(publicKeyJwk => ({
        id: publicKeyJwk.kid,
        type: 'JsonWebKey2020',
        controller: 'https://cairn.example.org/issuer.json',
        publicKeyJwk,
      }));
      const signers = [old, fresh].map(jwt => verifyJWS(jwt, published).id);
      expect(new Set(signers).size).toBe(2);
      expect((await ada.runs('/certificate verify', { id: old })).text).toContain('Genuine and in force');
    },
    online,
  );
});
