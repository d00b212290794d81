/** One meeting as two members and the organiser live it: reminded in person, checked in, corrected, and counted. */
import { expect } from 'vitest';
import type { Member, Shown } from '../../../playground/discord/index.ts';
import { saved } from '../../support/certified.ts';
import { passes } from '../../support/passing.ts';
import { setsUp } from '../../support/setting-up.ts';
import { story } from '../../support/world.ts';

const zone = 'Europe/Berlin';

/** Cairn's latest direct message. */
function latestDm(member: Member): Shown {
  const shown = member.dms.flatMap(channel => member.reads(channel)).at(-1);
  if (!shown) throw new Error('Cairn has sent no direct message.');
  return shown;
}

story(
  'Ada puts her reminder off, presses too early, then on time; the organiser notes Ben; both see it counted',
  async world => {
    const { discord, guild, member } = world;
    discord.clock.onChange(() => world.app.wake());
    const today = discord.clock.now().toZonedDateTimeISO(zone);
    const wednesday = today.add({ days: 10 - today.dayOfWeek }).withPlainTime('19:00');
    const at = (time: string) => wednesday.withPlainTime(time).toInstant();
    discord.clock.advance(discord.clock.now().until(at('15:00')));
    await setsUp(world);
    await world.restarts({ TIME_ZONE: zone });
    const [ada, ben] = [member('ada'), member('ben')];
    for (const who of [ada, ben]) {
      await who.runs('/path choose', { path: 'new-graduate' });
      await who.runs('/group join', { group: 'new-graduates' });
    }
    await discord.until(() => ada.has('New Graduates Group'));
    await ada.runs('/me reminders', { lead: '180', where: 'dm' });
    const coming = await ada.clicks('I’m coming', await ada.runs('/group show', { group: 'new-graduates' }));
    expect(coming.text).toContain('See you at New Graduates');
    expect(coming.text).toContain(`<t:${at('16:00').epochMilliseconds / 1000}:R>, by direct message`);

    await passes(world, at('16:01'));
    const snoozed = await ada.clicks('Again in 1 hour', latestDm(ada));
    expect(snoozed.text).toContain(`<t:${at('17:01').epochMilliseconds / 1000}:f>`);
    await passes(world, at('17:02'));
    expect(latestDm(ada).buttons.map(({ label }) => label)).toEqual(['Again in 1 hour']);
    expect(
      member('ada')
        .dms.flatMap(channel => ada.reads(channel))
        .filter(({ text }) => text.includes('⏰')),
    ).toHaveLength(2);

    await passes(world, at('18:46'));
    const call = ada.reads(guild.channel('new-grads')).findLast(({ text }) => text.includes('🔔'));
    const early = await ada.clicks('I’m here', call);
    expect(early.text).toContain(`at <t:${at('18:50').epochMilliseconds / 1000}:t>: 10 minutes before the start`);
    await passes(world, at('18:50'));
    expect((await ada.clicks('I’m here', call)).text).toMatch(
      /Good to see you at New Graduates[\s\S]*That makes \*\*your first week/,
    );
    await passes(world, at('19:31'));
    expect((await ben.clicks('I’m here', call)).text).toContain('Checking in is over');

    const session = `new-graduates/${wednesday.toPlainDateTime().toString({ smallestUnit: 'minute' })}`;
    expect((await ben.runs('/group attendance', { session, member: ben })).text).toContain(
      'Only hosts see who was there',
    );
    const corrected = await guild.owner.runs('/group attendance', { session, member: ben });
    expect(corrected.text).toContain(`**2 members here**\n✅ Noted: <@${ben.id}> was here.`);
    const rows = new TextDecoder()
      .decode(await saved(corrected, 'csv'))
      .trim()
      .split('\r\n');
    expect(rows.slice(1).map(line => line.split(',').slice(3, 6))).toEqual([
      [`id ${ada.id}`, 'yes', 'themselves'],
      [`id ${ben.id}`, 'yes', `id ${guild.owner.id}`],
    ]);

    await passes(world, at('20:01'));
    const shown = await ada.runs('/group show', { group: 'new-graduates' });
    expect(shown.text).toContain(`<t:${wednesday.epochMilliseconds / 1000}:D> · 2 here`);
    expect(shown.text).not.toContain(ben.id);
    expect((await ben.runs('/progress show')).text).toContain('At your groups in **your first week**');
    const rest = await ada.runs('/me rest', { until: '2 weeks' });
    expect(rest.text).toContain('None of these weeks counts against you');
  },
  { environment: { TIME_ZONE: zone } },
);
