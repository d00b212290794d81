/** Certificates before the eyes of others: announced and shared, with a public address and without. */
import { describe, expect } from 'vitest';
import { announced, bakedIn, confirms, earns, gets, linksOf, nameIn, payloadOf } from '../support/certified.ts';
import { story } from '../support/world.ts';

const online = { environment: { PUBLIC_URL: 'https://cairn.example.org' } };

describe('announcing', () => {
  story('takes a yes in the form: then the picture stands in the channel, once, and pings Ada alone', async world => {
    const { discord, guild, member } = world;
    const ada = member('ada');
    const got = await gets(ada, { name: 'Ada Lovelace', announce: 'yes' });
    expect(got.text).toContain('On its way to the certificates channel');
    const posted = await announced(discord, guild);
    expect(posted.text).toContain(`<@${ada.id}> has earned this certificate.`);
    expect(posted.pings).toEqual([ada.id]);
    expect(JSON.stringify(posted.components)).toContain('Ada Lovelace has earned Distributed Systems Leader');
    expect(nameIn(await bakedIn(posted))).toBe('Ada Lovelace');

    await ada.clicks('Correct the name', got);
    await ada.submits({ 'Name to print': 'Ada Byron' });
    const again = await ada.runs('/certificate show');
    expect(again.buttons.map(({ label }) => label)).not.toContain('Announce it');
    await discord.idle();
    await announced(discord, guild);
  });

  story('comes after the name: who presses too early is led to it', async ({ discord, guild, member }) => {
    const ada = member('ada');
    const earned = await earns(ada);
    expect(earned.buttons.map(({ label }) => label)).not.toContain('Announce it');
    await ada.clicks('Get it', earned);
    const got = await confirms(ada);
    expect((await ada.clicks('Announce it', got)).text).toContain('On its way');
    await announced(discord, guild);
  });
});

describe('sharing', () => {
  story(
    'posts the picture where Ada is, with a link to its page and without a ping',
    async ({ guild, member }) => {
      const [ada, ben] = [member('ada'), member('ben')];
      await gets(ada, { name: 'Ada Lovelace' });
      const general = guild.channels.find(({ name }) => name === 'general');
      if (!general) throw new Error('There is no channel to share in.');
      await ada.runs('/certificate share', {}, { in: general });
      const [shared] = ben.reads(general);
      if (!shared) throw new Error('Nothing was posted.');
      expect(shared).toMatchObject({ ephemeral: false, pings: [] });
      expect(shared.text).toContain(`<@${ada.id}> shares a certificate`);
      const jwt = await bakedIn(shared);
      expect(linksOf(shared)).toEqual({ 'Its page': payloadOf(jwt).id });
      expect((await ben.runs('/certificate share')).text).toContain('There is nothing to share yet');
    },
    online,
  );

  story(
    'is not for channels in which Ada may not write',
    async ({ guild, member }) => {
      const ada = member('ada');
      await gets(ada);
      const sendMessages = 2048n;
      const rules = guild.createChannel({ name: 'rules', overwrites: [{ for: guild.everyone, deny: sendMessages }] });
      const refused = await ada.runs('/certificate share', {}, { in: rules });
      expect(refused).toMatchObject({ ephemeral: true });
      expect(refused.text).toContain('Not in this channel');
      expect(member('ben').reads(rules)).toEqual([]);
    },
    online,
  );

  story('is off without a public address, and says what to do instead', async ({ member }) => {
    const ada = member('ada');
    const got = await gets(ada);
    expect(linksOf(got)).toEqual({});
    expect((await ada.runs('/certificate share')).text).toContain('Sharing is off here');
  });
});
