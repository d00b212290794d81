/** Groups as members, hosts and organisers live them: joining brings role and channel, proposals meet, changes are announced once. */
import { expect } from 'vitest';
import type { Member, Shown } from '../../../playground/discord/index.ts';
import { setsUp } from '../../support/setting-up.ts';
import { story, type World } from '../../support/world.ts';

const berlin = { environment: { TIME_ZONE: 'Europe/Berlin' } };
const sees = ({ guild }: World, member: Member) => guild.channelsVisibleTo(member).map(({ name }) => name);

/** What Cairn has posted in a channel. */
function posted(member: Member, where: { readonly id: string }): readonly Shown[] {
  return member
    .reads(where)
    .filter(({ author, message, ephemeral }) => author === 'Cairn' && message?.type === 0 && !ephemeral);
}

const headings = (shown: readonly Shown[]) => shown.map(({ text }) => text.split('\n')[0]);

story(
  'joining a group brings its role and its channel, and leaving takes what nothing else brings',
  async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const channel = guild.channel('architects');
    const ada = member('ada');
    const list = await ada.runs('/group list');
    expect(list.text).toContain('**Architects**');
    expect(list.text).toContain('-# Fri 17:00 · 60 min · Europe/Berlin');
    const joined = await ada.picks('Architects', list);
    expect(joined.text).toContain(`Opens to you: <#${channel.id}>`);
    expect(joined.buttons.map(({ label }) => label)).toContain('Set my time zone');
    await discord.until(() => ada.has('Architects Group'));
    expect(sees(world, ada)).toContain('architects');
    expect((await ada.runs('/group list')).text).toContain('**Architects** · ✅ you are in');

    await ada.runs('/path choose', { path: 'architect' });
    await discord.until(() => ada.has('Architect'));
    expect((await ada.runs('/path leave', { path: 'architect' })).text).not.toContain('closes');
    await discord.until(() => !ada.has('Architect'));
    expect(sees(world, ada)).toContain('architects');

    const left = await ada.runs('/group leave', { group: 'architects' });
    expect(left.text).toContain('With its role, a channel closes to you.');
    await discord.until(() => !ada.has('Architects Group'));
    expect(sees(world, ada)).not.toContain('architects');
  },
  berlin,
);

story(
  'a proposed group is approved by an organiser alone, then it has a role and a host, and its first session is planned',
  async world => {
    const { discord, guild, member } = world;
    const owner = guild.owner;
    await setsUp(world);
    const [ada, ben] = [member('ada'), member('ben')];
    const form = await ada.runs('/group create', { title: 'Night Owls', time: '9:30pm' });
    expect(form.fields.map(({ label, value }) => [label, value])).toEqual([
      ['What it is called', 'Night Owls'],
      ['Days', undefined],
      ['Time', '9:30pm'],
      ['How many minutes', '60'],
      ['Time zone', 'Europe/Berlin'],
    ]);
    expect((await ada.submits({ Days: ['Tuesday'], Time: 'late' })).text).toContain('“late” is no time');
    await ada.runs('/group create', { title: 'Night Owls' });
    const proposed = await ada.submits({ Days: ['Tuesday', 'Thursday'], Time: '21:30' });
    expect(proposed.text).toContain('Tue and Thu 21:30 · 60 min · Europe/Berlin');

    const asked = await discord.until(() =>
      posted(owner, guild.channel('organisers')).find(({ text }) => text.includes('proposes')),
    );
    const approve = asked.buttons.find(({ label }) => label === 'Approve')?.customId ?? '';
    guild.changeChannel(guild.channel('organisers'), { overwrites: [] });
    expect((await ben.clicks(approve, asked)).text).toContain('Organisers decide about this');
    expect((await owner.clicks(approve, asked)).text).toContain('Night Owls is approved');
    expect((await owner.clicks(approve, asked)).text).toContain('decided already');

    await discord.until(() => ada.has('Night Owls'));
    const news = await discord.until(() =>
      posted(ben, guild.channel('study-groups')).find(({ text }) => text.includes('A new group')),
    );
    expect(news.pings).toEqual([ada.id]);
    await ben.clicks('Join', news);
    await discord.until(() => ben.has('Night Owls'));
    const next = await ben.runs('/group next', { group: 'Night Owls' });
    expect(next.text).toMatch(/<t:\d+:F> \(21:30 in Europe\/Berlin\)/);
    expect(posted(ben, guild.channel('study-groups')).filter(({ text }) => text.includes('A new group'))).toHaveLength(
      1,
    );

    expect((await ben.runs('/group end', { group: 'Night Owls' })).text).toContain(`Ask <@${ada.id}>`);
    const sure = await ada.runs('/group end', { group: 'Night Owls' });
    await ada.clicks('End it for good', sure);
    expect((await ben.runs('/group join', { group: 'Night Owls' })).text).toContain('has ended');
    discord.clock.advance({ minutes: 2 });
    world.app.wake();
    await discord.until(() => !ben.has('Night Owls') && !ada.has('Night Owls'));
    const ends = posted(ben, guild.channel('study-groups')).filter(({ text }) => text.includes('Night Owls has ended'));
    expect(ends).toHaveLength(1);
  },
  berlin,
);

story(
  'a host moves and skips a meeting: the channel hears of each once, and who hosts nothing is sent to who does',
  async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const [ada, ben] = [member('ada'), member('ben')];
    const channel = guild.channel('new-grads');
    await guild.owner.runs('/group host', { group: 'new-graduates', member: ada });
    await ben.runs('/group join', { group: 'new-graduates' });
    await discord.until(() => ada.has('New Graduates Group') && ben.has('New Graduates Group'));
    const [first] = await ada.types('/group skip', 'session', '');
    const session = String(first?.value);
    expect(first?.name).toMatch(/^New Graduates · (Mon|Wed) \d+ \w+, 19:00$/);
    expect((await ben.runs('/group skip', { session })).text).toContain(`Ask <@${ada.id}>, or an organiser`);

    const [understood] = await ada.types('/group move', 'to', '20:15', { session });
    expect(understood?.name).toMatch(/^(Mon|Wed) \d+ \w+, 20:15, Europe\/Berlin$/);
    const moved = await ada.runs('/group move', { session, to: String(understood?.value), reason: 'a talk' });
    expect(moved.text).toContain('New Graduates moves');
    await discord.until(() => posted(ben, channel).length === 1);
    await ada.clicks('Undo', moved);
    await discord.until(() => posted(ben, channel).length === 2);
    const skipped = await ada.runs('/group skip', { session, reason: 'away' });
    expect(skipped.text).toContain('Why: away');
    expect((await ada.runs('/group skip', { session })).text).toContain('off already');
    const days = { group: 'all', from: '1 weeks' };
    const [offered] = await guild.owner.types('/group holiday', 'until', '3 weeks', days);
    const today = discord.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate();
    expect(offered?.value).toBe(today.add({ weeks: 4 }).toString());
    const holiday = await guild.owner.runs('/group holiday', { ...days, until: String(offered?.value) });
    await discord.until(() => posted(ben, channel).length === 4);
    await guild.owner.clicks('Undo', holiday);
    await discord.until(() => posted(ben, channel).length === 5);
    await discord.idle();
    expect(headings(posted(ben, channel))).toEqual([
      '### 🔁 New Graduates moves',
      '### 🔁 New Graduates moves',
      '### 🚫 New Graduates skips a meeting',
      expect.stringMatching(/^### 🌴 New Graduates has a holiday from/),
      '### ✅ New Graduates meets again',
    ]);
    const log = await guild.owner.runs('/admin log');
    expect(log.text).toContain('noted a holiday of **all groups**');
    expect(log.text).toContain('named a host of **New Graduates**');
  },
  berlin,
);
