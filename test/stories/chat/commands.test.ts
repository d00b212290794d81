/** Slash commands, from the first letter to what the bot is sent. */
import { type AutocompleteInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { completes, composer, newest, overflow, suggestion } from '../../support/page-parts.ts';
import { chatting } from './place.ts';

const common = { contexts: [0], integration_types: [0] };
const plan = {
  name: 'plan',
  description: 'Plan your weeks',
  options: [
    { type: 3, name: 'path', description: 'Which path', required: true, autocomplete: true },
    { type: 4, name: 'weeks', description: 'How many weeks', required: true, min_value: 1, max_value: 20 },
    {
      type: 3,
      name: 'pace',
      description: 'How fast',
      choices: [
        { name: 'Gentle', value: 'g' },
        { name: 'Brisk', value: 'b' },
      ],
    },
    { type: 10, name: 'hours', description: 'Hours a day', max_value: 8 },
    { type: 5, name: 'public', description: 'For all to see' },
    { type: 6, name: 'mentor', description: 'Who helps' },
    { type: 7, name: 'room', description: 'Where', channel_types: [0] },
    { type: 8, name: 'role', description: 'As what' },
    { type: 9, name: 'whom', description: 'Whom to tell' },
    { type: 11, name: 'proof', description: 'A file' },
    { type: 3, name: 'note', description: 'A few words', min_length: 3, max_length: 10 },
  ],
  ...common,
};

let answersAutocompletion: (interaction: AutocompleteInteraction) => Promise<unknown> = async () => undefined;
const bot = {
  commands: [plan, { name: 'plain', description: 'Nothing to fill in', ...common }],
  async answers(interaction: Interaction) {
    if (interaction.isAutocomplete()) await answersAutocompletion(interaction);
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Planned', flags: MessageFlags.Ephemeral });
  },
};

chatting('commands', bot, place => {
  const sent = () => place.discord.lastInteraction?.data as unknown as { options: { name: string; value: unknown }[] };
  const values = () => Object.fromEntries(sent().options.map(({ name, value }) => [name, value]));
  const suggests = (...names: string[]) => {
    answersAutocompletion = interaction => {
      const typed = interaction.options.getFocused().toLowerCase();
      const fitting = names.filter(name => name.toLowerCase().startsWith(typed) || typed.length < 3);
      return interaction.respond(fitting.map(name => ({ name, value: name.toLowerCase() })));
    };
  };
  const field = (tab: Tab, name: string) => tab.getByRole('combobox', { name, exact: true });
  async function adds(tab: Tab, option: string) {
    await tab.getByRole('combobox', { name: 'Add an option' }).focus();
    await completes(tab, option, new RegExp(`^${option}`));
  }

  test('every kind of option is filled in by keyboard, and arrives as what it is', async () => {
    suggests('Leader', 'Engineer');
    const ben = place.guild.join({ name: 'ben', displayName: 'Ben' });
    const tab = await place.visit(place.guild.join({ name: 'ada' }));
    const role = place.guild.createRole({ name: 'Climber' });
    await completes(tab, '/plan', /^\/plan/);
    await completes(tab, 'eng', 'Engineer');
    await tab.keyboard.type('12');
    await adds(tab, 'pace');
    await completes(tab, 'bri', 'Brisk');
    await adds(tab, 'hours');
    await tab.keyboard.type('1.5');
    await adds(tab, 'public');
    await completes(tab, 'tr', 'True');
    await adds(tab, 'mentor');
    await completes(tab, 'ben', /Ben/);
    await adds(tab, 'room');
    await completes(tab, 'quest', '#questions');
    await adds(tab, 'role');
    await completes(tab, 'clim', '@Climber');
    await adds(tab, 'whom');
    await completes(tab, 'clim', '@Climber');
    await adds(tab, 'note');
    await tab.keyboard.type('slowly');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('Planned').waitFor();
    expect(values()).toEqual({
      path: 'engineer',
      weeks: 12,
      pace: 'b',
      hours: 1.5,
      public: true,
      mentor: ben.id,
      room: place.guild.channel('questions').id,
      role: role.id,
      whom: role.id,
      note: 'slowly',
    });
  });

  test('what is wrong is said before anything is sent', async () => {
    suggests('Leader');
    const tab = await place.visit(place.guild.join({ name: 'chidi' }));
    const before = place.discord.lastInteraction?.id;
    await completes(tab, '/plan', /^\/plan/);
    await completes(tab, 'lea', 'Leader');
    await tab.keyboard.type('21');
    await tab.keyboard.press('Enter');
    await tab.getByText('weeks: Write a number up to 20.').waitFor();
    await field(tab, 'weeks').fill('2.5');
    await tab.keyboard.press('Enter');
    await tab.getByText('weeks: Write a whole number.').waitFor();
    await field(tab, 'weeks').fill('2');
    await adds(tab, 'note');
    await tab.keyboard.type('no');
    await tab.keyboard.press('Enter');
    await tab.getByText('note: Write at least 3 characters.').waitFor();
    // Backspace in the empty chip takes it away.
    await field(tab, 'note').fill('');
    await tab.keyboard.press('Backspace');
    await field(tab, 'note').waitFor({ state: 'detached' });
    expect(place.discord.lastInteraction?.type).not.toBe(2);
    expect(before).not.toBe(place.discord.lastInteraction?.id);
  });

  test('a file is chosen for an option, and reaches the bot', async () => {
    suggests('Leader');
    const tab = await place.visit(place.guild.join({ name: 'dana' }), { viewport: { width: 360, height: 740 } });
    await completes(tab, '/plan', /^\/plan/);
    await completes(tab, 'lea', 'Leader');
    await tab.keyboard.type('3');
    await adds(tab, 'proof');
    await tab
      .locator('.option-chip input[type=file]')
      .setInputFiles({ name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await tab.getByRole('button', { name: 'proof', exact: true }).getByText('proof.pdf').waitFor();
    expect(await overflow(tab)).toBe(0);
    await tab.getByRole('button', { name: 'Send /plan' }).click();
    await newest(tab).getByText('Planned').waitFor();
    const id = String(values().proof);
    expect(place.discord.lastInteraction?.data).toMatchObject({
      resolved: { attachments: { [id]: { filename: 'proof.pdf', content_type: 'application/pdf' } } },
    });
  });

  test('while the bot thinks about suggestions that is said, and also when it fails', async () => {
    const asked = Promise.withResolvers<AutocompleteInteraction>();
    answersAutocompletion = async interaction => asked.resolve(interaction);
    const tab = await place.visit(place.guild.join({ name: 'erin' }));
    await completes(tab, '/plan', /^\/plan/);
    await tab.getByText('Loading options…').waitFor();
    await asked.promise;
    place.discord.clock.advance({ seconds: 4 });
    await tab.getByText('Loading options failed.').waitFor();
    suggests();
    await tab.keyboard.type('x');
    await tab.getByText('No options match your search.').waitFor();
    suggests('Leader');
    await tab.keyboard.type('y');
    await suggestion(tab, 'Leader').waitFor();
  });

  test('commands of several apps stand under the names of their apps', async () => {
    const other = place.discord.createApplication({ name: 'Librarian' });
    place.discord.invite(other, place.guild, 0n);
    const response = await fetch(`${place.discord.url}/v10/applications/${other.id}/commands`, {
      method: 'POST',
      headers: { authorization: `Bot ${other.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'plank', description: 'Lends a book', type: 1 }),
    });
    expect(response.status).toBe(201);
    const tab = await place.visit(place.guild.join({ name: 'fred' }));
    await tab.keyboard.type('/pl');
    await suggestion(tab, /^\/plank/).waitFor();
    const lines = tab.locator('.listbox:not([hidden]) .listbox-group, .listbox:not([hidden]) .listbox-label');
    expect(await lines.allTextContents()).toEqual(['Guide', '/plain', '/plan', 'Librarian', '/plank']);
    await tab.keyboard.press('Escape');
    expect(await composer(tab).inputValue()).toBe('/pl');
  });
});
