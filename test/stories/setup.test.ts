/** Organisers have Cairn lay the server out: they see a plan, approve it, and it is there. */
import { describe, expect } from 'vitest';
import { setsUp, theWrites } from '../support/setting-up.ts';
import { story } from '../support/world.ts';

describe('/admin setup', () => {
  story('shows what it would do, does exactly that, and the second time has nothing to do', async world => {
    const { discord, guild, member } = world;
    const plan = await guild.owner.runs('/admin setup');
    expect(plan).toMatchObject({ kind: 'message', ephemeral: true });
    expect(plan.text).toContain('New roles** · 21');
    expect(plan.text).toContain('#new-grads 🔒');
    expect(theWrites(world)).toEqual([]);

    await setsUp(world);
    const graduate = guild.role('New Graduate');
    expect(graduate).toMatchObject({ permissions: 0n, managed: false });
    const [ada, ben] = [member('ada'), member('ben')];
    ada.gets(graduate);
    const seenBy = (who: typeof ada) => guild.channelsVisibleTo(who).map(({ name }) => name);
    expect(seenBy(ada)).toContain('new-grads');
    expect(seenBy(ben)).not.toContain('new-grads');
    expect(seenBy(ben)).toContain('start-here');
    expect(seenBy(ada)).not.toContain('organisers');
    expect(ben.reads(guild.channel('start-here'))).toEqual([]);
    const order = guild.roles.map(({ name }) => name);
    expect(order.indexOf('Cairn')).toBeLessThan(order.indexOf('Organiser'));
    expect(order.indexOf('Manager')).toBeLessThan(order.indexOf('New Graduate'));
    expect(guild.channel('new-grads').parentId).toBe(guild.channel('🧭 By role').id);

    const before = theWrites(world).length;
    const again = await guild.owner.runs('/admin setup');
    expect(again.text).toContain('Nothing to do');
    expect(again.buttons.map(({ label }) => label).filter(label => label.startsWith('Apply'))).toEqual([]);
    await discord.idle();
    expect(theWrites(world)).toHaveLength(before);
  });
});
