/** The menus of members and messages, with the commands of apps. */
import { ApplicationCommandType, type Interaction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { composer, newest, overflow } from '../../support/page-parts.ts';
import { chatting } from './place.ts';

const bot = {
  commands: [
    { name: 'View progress', type: ApplicationCommandType.User, contexts: [0], integration_types: [0] },
    { name: 'Save as resource', type: ApplicationCommandType.Message, contexts: [0], integration_types: [0] },
  ],
  async answers(interaction: Interaction) {
    const flags = MessageFlags.Ephemeral;
    if (interaction.isUserContextMenuCommand())
      await interaction.reply({ content: `${interaction.targetUser.username} has done 3 of 7`, flags });
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply({ content: `Saved: ${interaction.targetMessage.content}`, flags });
  },
};

chatting('menus of members and messages', bot, place => {
  test('a right click on a member offers the commands of apps, and one of them is answered', async () => {
    const ada = place.guild.join({ name: 'ada', displayName: 'Ada' });
    place.guild.join({ name: 'ben', displayName: 'Ben' });
    const tab = await place.visit(ada);
    const ben = tab.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: 'Ben' });
    await ben.click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'View progress' }).click();
    await newest(tab).getByText('ben has done 3 of 7').waitFor();
    expect(await newest(tab).textContent()).toContain('Ada used View progress');
  });

  test('by keyboard alone: arrows to a message, Shift+F10, arrows to a command', async () => {
    const chidi = place.guild.join({ name: 'chidi' });
    chidi.says('a post-mortem worth reading', { in: place.guild.channel('general') });
    const tab = await place.visit(chidi);
    await tab.getByRole('log').focus();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('Shift+F10');
    const save = tab.getByRole('menuitem', { name: 'Save as resource' });
    await save.waitFor();
    await tab.keyboard.press('End');
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('s');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('Saved: a post-mortem worth reading').waitFor();
  });

  test('Escape closes a menu and gives the focus back', async () => {
    const dana = place.guild.join({ name: 'dana' });
    dana.says('hello', { in: place.guild.channel('general') });
    const tab = await place.visit(dana);
    await tab.getByRole('log').focus();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('Shift+F10');
    await tab.getByRole('menu').waitFor();
    await tab.keyboard.press('Escape');
    await tab.getByRole('menu').waitFor({ state: 'detached' });
    expect(await tab.evaluate('document.activeElement.textContent')).toContain('hello');
  });

  test('a press on a member shows the profile, from which a mention can be written', async () => {
    const [erin, fred] = [place.guild.join({ name: 'erin' }), place.guild.join({ name: 'fred', displayName: 'Fred' })];
    fred.gets(place.guild.createRole({ name: 'Climber', color: 0x33aa66 }));
    const tab = await place.visit(erin);
    await tab.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: 'Fred' }).click();
    const profile = tab.getByRole('dialog', { name: 'Profile of Fred' });
    await profile.getByText('Climber').waitFor();
    await profile.getByText('Member since').waitFor();
    await profile.getByRole('button', { name: 'Mention' }).click();
    expect(await composer(tab).inputValue()).toBe('@fred ');
    await tab.keyboard.type('have a look');
    await tab.keyboard.press('Enter');
    await newest(tab).getByRole('button', { name: '@Fred' }).waitFor();
    expect(fred.sees().at(-1)?.pings).toEqual([fred.id]);
  });

  test('an organiser gives a role by a member’s menu: a channel opens up for the member, and closes again', async () => {
    const { guild } = place;
    const mentor = guild.createRole({ name: 'Mentor' });
    guild.createChannel({
      name: 'mentors',
      overwrites: [
        { for: guild.everyone, deny: 0x400n },
        { for: mentor, allow: 0x400n },
      ],
    });
    const hana = guild.join({ name: 'hana', displayName: 'Hana' });
    const [organiser, tab] = [await place.visit(guild.owner), await place.visit(hana)];
    const opened = tab.getByRole('button', { name: 'mentors' });
    expect(await opened.count()).toBe(0);
    const menuOf = (name: string) =>
      organiser
        .getByRole('complementary', { name: 'Members' })
        .getByRole('button', { name })
        .click({ button: 'right' });
    const entry = organiser.getByRole('menuitemcheckbox', { name: 'Mentor' });
    await menuOf('Hana');
    expect(await entry.getAttribute('aria-checked')).toBe('false');
    await entry.click();
    await opened.waitFor();
    await menuOf('Hana');
    expect(await entry.getAttribute('aria-checked')).toBe('true');
    await entry.click();
    await opened.waitFor({ state: 'detached' });

    await tab
      .getByRole('complementary', { name: 'Members' })
      .getByRole('button', { name: 'Hana' })
      .click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Mention' }).waitFor();
    expect(await tab.getByRole('menuitemcheckbox').count()).toBe(0);
  });

  test('on a narrow touch screen a long press opens the menu, and nothing sticks out', async () => {
    const gil = place.guild.join({ name: 'gil' });
    gil.says('press me', { in: place.guild.channel('general') });
    const tab = await place.visit(gil, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const box = await newest(tab).boundingBox();
    const touch = await tab.context().newCDPSession(tab);
    const at = { x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + 12 };
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await tab.getByRole('menuitem', { name: 'Copy text' }).waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await tab.getByRole('menuitem', { name: 'Save as resource' }).waitFor();
    expect(await overflow(tab)).toBe(0);
  });
});
