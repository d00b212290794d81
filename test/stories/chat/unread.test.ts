/** What is new: marks, pings, and channels that open up. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { composer, newest } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { chatting, quietBot } from './place.ts';

chatting('what is new', quietBot, place => {
  /** Whoever the others hear from, whichever test comes first. */
  const ben = () => place.guild.members.find(({ name }) => name === 'ben') ?? place.guild.join({ name: 'ben' });
  const questions = (tab: Tab) => tab.getByRole('button', { name: /^questions/ });

  test('a message elsewhere marks its channel, a ping is counted, and opening it clears both', async () => {
    const ada = place.guild.join({ name: 'ada' });
    const tab = await place.visit(ada);
    ben().says('anyone here?', { in: place.guild.channel('questions') });
    await tab.getByRole('button', { name: 'questions , unread' }).or(tab.locator('.channel.unread')).first().waitFor();
    expect(await tab.title()).toMatch(/^• #general/);
    ben().says(`<@${ada.id}>, you perhaps?`, { in: place.guild.channel('questions') });
    await questions(tab).getByText('1 mention').waitFor();
    await eventually(() => tab.title()).toMatch(/^\(1\) #general/);

    await questions(tab).click();
    await tab.getByRole('separator', { name: 'New messages' }).waitFor();
    expect(await tab.locator('.new-line + article').textContent()).toContain('anyone here?');
    expect(await newest(tab).getAttribute('class')).toContain('mentions-me');
    expect(await tab.title()).toMatch(/^#questions/);
    await tab.close();
  });

  test('what came while nobody was there is still marked on the next visit, by a channel mark of its own', async () => {
    const chidi = place.guild.join({ name: 'chidi' });
    const tab = await place.visit(chidi);
    await questions(tab).click();
    await tab.getByRole('button', { name: 'general' }).click();
    await composer(tab).waitFor();
    await tab.goto('about:blank');
    ben().says('good night', { in: place.guild.channel('questions') });
    ben().says(`and <@${chidi.id}> too`, { in: place.guild.channel('questions') });
    const again = await place.beside(tab, chidi);
    await questions(again).getByText('1 mention').waitFor();
    await questions(again).click();
    expect(await again.locator('.new-line + article').textContent()).toContain('good night');
  });

  test('a ping that allowed_mentions forbids is not one', async () => {
    const dana = place.guild.join({ name: 'dana' });
    const tab = await place.visit(dana);
    const channel = await place.client.channels.fetch(place.guild.channel('questions').id);
    if (channel?.isSendable()) await channel.send({ content: `<@${dana.id}>`, allowedMentions: { parse: [] } });
    await tab.locator('.channel.unread').waitFor();
    expect(await questions(tab).getByText('mention').count()).toBe(0);
    expect(await tab.title()).toMatch(/^•/);
  });

  test('a message is marked unread by its menu, a channel read by its own', async () => {
    const erin = place.guild.join({ name: 'erin' });
    ben().says('first', { in: place.guild.channel('general') });
    ben().says('second', { in: place.guild.channel('general') });
    const tab = await place.visit(erin);
    await tab.getByRole('article').filter({ hasText: 'second' }).click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Mark unread' }).click();
    await tab.getByRole('separator', { name: 'New messages' }).waitFor();
    const general = tab.getByRole('button', { name: /^general/ });
    await eventually(() => general.getAttribute('class')).toContain('unread');
    await general.click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Mark as read' }).click();
    await tab.getByRole('separator', { name: 'New messages' }).waitFor({ state: 'detached' });
    expect(await general.getAttribute('class')).not.toContain('unread');
  });

  test('a channel that a role opens appears at once, and stands out', async () => {
    const fred = place.guild.join({ name: 'fred' });
    const role = place.guild.createRole({ name: 'Mentor' });
    place.guild.createChannel({
      name: 'mentors',
      overwrites: [
        { for: place.guild.everyone, deny: 1n << 10n },
        { for: role, allow: 1n << 10n },
      ],
    });
    const tab = await place.visit(fred);
    expect(await tab.getByRole('button', { name: 'mentors' }).count()).toBe(0);
    fred.gets(role);
    const opened = tab.getByRole('button', { name: 'mentors' });
    await opened.waitFor();
    expect(await opened.getAttribute('class')).toContain('fresh');
  });

  test('a direct message of the bot opens a conversation, counts as a ping, and can be answered', async () => {
    const gil = place.guild.join({ name: 'gil' });
    const tab = await place.visit(gil);
    await (await place.client.users.fetch(gil.id)).send('Your meeting begins');
    const conversation = tab.getByRole('region', { name: 'Direct messages' }).getByRole('button', { name: /Guide/ });
    await conversation.getByText('1 mention').waitFor();
    await eventually(() => tab.title()).toMatch(/^\(1\)/);
    await conversation.click();
    await newest(tab).getByText('Your meeting begins').waitFor();
    await composer(tab).fill('On my way');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('On my way').waitFor();
    expect(await tab.title()).toMatch(/^@Guide/);
  });

  test('who reads what is older is told of what comes, and led to it', async () => {
    const hana = place.guild.join({ name: 'hana' });
    for (let line = 1; line <= 40; line += 1) hana.says(`line ${line}`, { in: place.guild.channel('general') });
    const tab = await place.visit(hana);
    await newest(tab).getByText('line 40').waitFor();
    await tab.getByRole('log').focus();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('Home');
    await tab.getByRole('button', { name: 'To the newest' }).waitFor();
    ben().says('fresh', { in: place.guild.channel('general') });
    await tab.getByRole('button', { name: '1 new message' }).click();
    await tab.getByRole('button', { name: /new message|newest/ }).waitFor({ state: 'hidden' });
    expect(await newest(tab).getByText('fresh').isVisible()).toBe(true);
    await eventually(() => tab.getByRole('button', { name: /^general/ }).getAttribute('class')).not.toContain('unread');
  });
});
