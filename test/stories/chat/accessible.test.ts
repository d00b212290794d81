/** What opens while chatting, against the rules of WCAG A and AA, wide and narrow. */
import type { Interaction } from 'discord.js';
import type { Page as Tab } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/accessibility.ts';
import { composer, newest, overflow } from '../../support/page-parts.ts';
import { chatting } from './place.ts';

const label = (text: string, component: object) => ({ type: 18, label: text, description: 'As you like', component });
const options = ['One', 'Two'].map(name => ({ label: name, value: name, description: `About ${name}` }));
const form = {
  title: 'About you',
  custom_id: 'about-you',
  components: [
    label('Name', { type: 4, custom_id: 'name', style: 2, max_length: 200 }),
    label('Path', { type: 21, custom_id: 'path', options }),
    label('Days', { type: 22, custom_id: 'days', options }),
    label('Level', { type: 3, custom_id: 'level', options }),
    label('File', { type: 19, custom_id: 'file' }),
  ],
};
const bot = {
  commands: [
    { name: 'form', description: 'Opens a form', contexts: [0], integration_types: [0] },
    { name: 'Save as resource', type: 3, contexts: [0], integration_types: [0] },
  ],
  answers: async (interaction: Interaction) =>
    interaction.isChatInputCommand() ? interaction.showModal(form as never) : undefined,
};

chatting('nobody is shut out of the chat', bot, place => {
  describe.each([
    { name: 'wide', width: 1280 },
    { name: 'narrow', width: 360 },
  ])('on a $name screen', ({ name, width }) => {
    const visit = (who: string) =>
      place.visit(place.guild.join({ name: `${who}-${name}` }), {
        viewport: { width, height: 800 },
      });
    async function isFine(tab: Tab) {
      expect(await accessibilityFindings(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);
    }
    /** On a narrow screen the channels are behind a button. */
    async function opens(tab: Tab, channel: string | RegExp) {
      if (width < 768) await tab.getByRole('button', { name: 'Channels' }).click();
      await tab.getByRole('button', { name: channel }).first().click();
    }

    test('messages with everything around them, their menu, emoji, pins and a profile', async () => {
      const ben = place.guild.join({ name: `ben-${name}`, displayName: 'Ben' });
      ben.gets(place.guild.createRole({ name: 'Dark', color: 0x3a2f6b, hoist: true }));
      const said = ben.says('A **post-mortem** with `code`, ||a spoiler|| and <t:1800000000:R>', {
        in: place.guild.channel('general'),
        files: [{ name: 'notes.txt', bytes: Buffer.from('notes') }],
      });
      place.guild.owner.reacts('🎉', said);
      place.guild.owner.pins(said);
      ben.says('Yes', { in: place.guild.channel('general'), replyTo: said });
      const tab = await visit('ada');
      await isFine(tab);
      await tab.getByRole('log').focus();
      await tab.keyboard.press('ArrowUp');
      await tab.keyboard.press('Shift+F10');
      await tab.getByRole('menuitem', { name: 'Save as resource' }).waitFor();
      await isFine(tab);
      await tab.getByRole('menuitem', { name: 'Profile' }).click();
      await tab.getByRole('dialog', { name: 'Profile of Ben' }).waitFor();
      await isFine(tab);
      await tab.keyboard.press('Escape');
      await tab.getByRole('button', { name: 'Add reaction' }).last().click();
      await tab.getByRole('dialog', { name: 'Choose an emoji' }).waitFor();
      await isFine(tab);
      await tab.keyboard.press('Escape');
      await tab.getByRole('button', { name: 'Pinned messages' }).click();
      await tab.getByRole('dialog', { name: 'Pinned messages' }).getByText('A post-mortem').first().waitFor();
      await isFine(tab);
    });

    test('an answer being written with a file, and a form', async () => {
      const tab = await visit('chidi');
      place.guild.owner.says('Well?', { in: place.guild.channel('general') });
      await newest(tab).getByText('Well?').waitFor();
      await tab
        .locator('.text-form input[type=file]')
        .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') }]);
      await newest(tab).hover();
      await newest(tab).getByRole('button', { name: 'Reply' }).click();
      await isFine(tab);
      await composer(tab).fill('/form ');
      await tab.keyboard.press('Enter');
      await tab.getByRole('dialog', { name: 'About you' }).waitFor();
      await isFine(tab);
    });

    test('threads, a forum, a new post, voice and events', async () => {
      const { guild } = place;
      const forum = guild.createChannel({ name: `hall-${name}`, type: 'forum', tags: [{ name: 'Laws' }] });
      const library = guild.createChannel({ name: `Library-${name}`, type: 'voice' });
      guild.owner.posts({ in: forum, title: 'Exactly once', text: 'How?', tags: ['Laws'] });
      guild.owner.opensThread({ name: 'Retries', in: guild.channel('general') });
      const startsAt = place.discord.clock.now().add({ hours: 5 });
      guild.scheduleEvent({ name: `Study group ${name}`, startsAt, channel: library, repeats: 'weekly' });
      const live = guild.scheduleEvent({ name: `Office hours ${name}`, startsAt, channel: library });
      guild.startScheduledEvent(live);
      const tab = await visit('dana');
      await tab.getByRole('button', { name: 'Threads' }).click();
      await tab.getByRole('dialog', { name: 'Threads' }).waitFor();
      await isFine(tab);
      await tab.keyboard.press('Escape');
      await opens(tab, forum.name);
      await tab.getByRole('list', { name: 'Posts' }).waitFor();
      await isFine(tab);
      await tab.getByRole('button', { name: 'New post' }).click();
      await isFine(tab);
      await tab.keyboard.press('Escape');
      await opens(tab, library.name);
      await composer(tab).waitFor();
      await opens(tab, /^Events/);
      await tab.getByRole('dialog', { name: 'Events' }).waitFor();
      await isFine(tab);
    });
  });
});
