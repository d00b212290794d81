/** Getting a certificate, in a community that has no public address: the name, the picture, the signed file. */
import { verifyCredential } from 'did-jwt-vc';
import { describe, expect } from 'vitest';
import { readChunks } from '../../src/credentials/png.ts';
import { bakedIn, confirms, earns, gets, leader, nameIn, numberIn, payloadOf, saved } from '../support/certified.ts';
import { didJwk } from '../support/did-jwk.ts';
import { story } from '../support/world.ts';

const labelsOf = ({ buttons }: { readonly buttons: readonly { readonly label: string }[] }) =>
  buttons.map(({ label }) => label);

/** Sixteen words of four letters, the spaces between them, and one letter more. */
const eighty = `${Array.from({ length: 16 }, () => 'محمد').join(' ')}ا`;

describe('claiming a certificate', () => {
  story(
    'Ada says which name to print, and holds a picture that anybody can verify with software of others',
    async ({ guild, member }) => {
      const ada = member('ada');
      const form = await ada.clicks('Get it', await earns(ada));
      expect(form).toMatchObject({ kind: 'modal', text: leader.title });
      expect(form.fields.map(({ label, value }) => [label, value])).toEqual([
        ['Name to print', 'ada'],
        ['Announce it in the certificates channel?', undefined],
      ]);
      const got = await confirms(ada, { name: 'Ada  Lovelace ' });
      expect(got).toMatchObject({ ephemeral: true });
      expect(got.text).toContain('**Ada Lovelace**');
      expect(got.text).toContain('7 items, all marked by the learner');
      expect(got.text).toContain('Offline');
      expect(labelsOf(got)).toEqual(['Announce it', 'Correct the name', 'Signed file', 'All certificates']);

      const chunks = readChunks(await saved(got, '.png'));
      const size = 'problem' in chunks ? undefined : Buffer.from(chunks[0]?.data ?? []).readUInt32BE(0);
      expect(size).toBe(1600);
      const jwt = await bakedIn(got);
      const { verified, issuer } = await verifyCredential(jwt, didJwk, { policies: { format: false } });
      expect({ verified, issuer }).toEqual({ verified: true, issuer: payloadOf(jwt).iss });
      expect(payloadOf(jwt)).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/),
        name: leader.title,
        evidence: [{ name: 'Marked by the learner: 7 items' }],
      });
      expect(payloadOf(jwt).credentialStatus).toBeUndefined();
      expect(nameIn(jwt)).toBe('Ada Lovelace');
      expect(JSON.stringify(payloadOf(jwt))).not.toContain(ada.id);

      const file = await ada.clicks('Signed file', got);
      const [own, baked] = [Buffer.from(await saved(file, '.jwt')).toString(), payloadOf(jwt)];
      expect(payloadOf(own)).toEqual(baked);
      // She did not want it announced.
      expect(guild.channels.map(({ name }) => name)).not.toContain('certificates');
    },
  );

  story('The picture says to who cannot see it what it shows', async ({ member }) => {
    const got = await gets(member('ada'), { name: 'Ada Lovelace' });
    expect(JSON.stringify(got.components)).toContain(
      `Certificate of Distributed Systems Learning Community: Ada Lovelace has earned ${leader.title}.`,
    );
  });
});

describe('the name', () => {
  story('of 80 code points in Arabic is taken and signed as it was typed', async ({ member }) => {
    expect([...eighty]).toHaveLength(80);
    const got = await gets(member('ada'), { name: eighty });
    expect(nameIn(await bakedIn(got))).toBe(eighty);
  });

  story('of 81 is refused with the figures, and what was typed stands in the form again', async ({ member }) => {
    const ada = member('ada');
    const refused = await gets(ada, { name: `${eighty}ا`, announce: 'yes' });
    expect(refused.text).toContain('It has 81 characters, and the certificate has room for 80.');
    const form = await ada.clicks('Change the name', refused);
    expect(form.fields.map(({ value, chosen }) => value ?? chosen)).toEqual([`${eighty}ا`, ['yes']]);
    const got = await ada.submits({ 'Name to print': eighty });
    expect(got.text).toContain('It is made');
  });

  story('with characters that no font has is shown before anything is issued', async ({ member }) => {
    const ada = member('ada');
    const asked = await gets(ada, { name: 'Ada 𒀀𒁹 Lovelace' });
    expect(asked.text).toContain('Not all of this name can be drawn');
    expect(asked.text).toContain('𒀀 (U+12000), 𒁹 (U+12079)');
    expect((await ada.runs('/certificate show')).text).not.toContain('No. ');
    const form = await ada.clicks('Give another name', asked);
    expect(form.fields[0]?.value).toBe('Ada 𒀀𒁹 Lovelace');
    const got = await ada.clicks('Print it without them', asked);
    expect(got.text).toContain('It is made');
    expect(nameIn(await bakedIn(got))).toBe('Ada 𒀀𒁹 Lovelace');
  });

  story('of which nothing could be drawn has to be another one', async ({ member }) => {
    const ada = member('ada');
    const asked = await gets(ada, { name: '𒀀𒁹' });
    expect(asked.text).toContain('This name cannot be drawn');
    expect(labelsOf(asked)).toEqual(['Give another name']);
  });

  story('can be corrected: number and date stay, the old picture is not the last word', async ({ discord, member }) => {
    const ada = member('ada');
    const first = await gets(ada, { name: 'Ada Byron' });
    const old = await bakedIn(first);
    discord.clock.advance({ days: 3 });
    const form = await ada.clicks('Correct the name', first);
    expect(form.fields[0]?.value).toBe('Ada Byron');
    const second = await confirms(ada, { name: 'Ada Lovelace' });
    expect(second.text).toContain('Number and date are the same');
    expect(numberIn(second)).toBe(numberIn(first));
    const [was, is] = [payloadOf(old), payloadOf(await bakedIn(second))];
    expect([is.id, is.validFrom, is.awardedDate]).toEqual([was.id, was.validFrom, was.awardedDate]);
    const verified = await member('ben').runs('/certificate verify', { id: old });
    expect(verified.text).toContain('The signed text has the name **Ada Byron**, which was corrected since.');
  });
});
