/** Modals of every kind, filled in and sent. */
import { type Interaction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { completes, composer, newest, overflow } from '../../support/page-parts.ts';
import { chatting } from './place.ts';

const label = (text: string, component: object, description?: string) => ({
  type: 18,
  label: text,
  component,
  ...(description && { description }),
});
const options = (...names: string[]) => names.map(name => ({ label: name, value: name.toLowerCase() }));

const profile = {
  title: 'About you',
  custom_id: 'about-you',
  components: [
    label('Name', { type: 4, custom_id: 'name', style: 1, min_length: 2, max_length: 20 }, 'As others call you'),
    label('Path', { type: 21, custom_id: 'path', options: options('Leader', 'Engineer') }),
    label('Days', { type: 22, custom_id: 'days', options: options('Monday', 'Tuesday', 'Friday'), max_values: 2 }),
    label('Mentor', { type: 5, custom_id: 'mentor', required: false, min_values: 0 }),
    label('Remind me', { type: 23, custom_id: 'remind' }),
  ],
};
const proof = {
  title: 'Proof',
  custom_id: 'proof',
  components: [
    { type: 10, content: '**One file** is enough.' },
    label('Level', { type: 3, custom_id: 'level', options: options('Low', 'High') }),
    label('Role', { type: 6, custom_id: 'role', required: false, min_values: 0 }),
    label('Room', { type: 8, custom_id: 'room', required: false, min_values: 0 }),
    label('File', { type: 19, custom_id: 'file', min_values: 1, max_values: 1 }),
  ],
};

/** What the client sent, field by field: this version of discord.js does not know all kinds. */
interface Sent {
  readonly components: readonly {
    readonly component?: { readonly custom_id: string; readonly value?: unknown; readonly values?: unknown };
  }[];
}

const valuesOf = ({ components }: Sent) =>
  Object.fromEntries(
    components.flatMap(({ component }) =>
      component ? [[component.custom_id, component.value ?? component.values]] : [],
    ),
  );

const bot = {
  commands: [
    { name: 'profile', description: 'Who you are', contexts: [0], integration_types: [0] },
    { name: 'prove', description: 'Send a file', contexts: [0], integration_types: [0] },
  ],
  async answers(interaction: Interaction) {
    if (interaction.isChatInputCommand())
      await interaction.showModal((interaction.commandName === 'prove' ? proof : profile) as never);
    if (interaction.isModalSubmit()) await interaction.reply({ content: 'Thank you', flags: MessageFlags.Ephemeral });
  },
};

chatting('forms', bot, place => {
  const submitted = () => valuesOf(place.discord.lastInteraction?.data as unknown as Sent);

  test('every kind of choice is filled in by keyboard, and arrives', async () => {
    const [ada, ben] = [place.guild.join({ name: 'ada' }), place.guild.join({ name: 'ben', displayName: 'Ben' })];
    const tab = await place.visit(ada);
    await completes(tab, '/profile', /^\/profile/);
    await tab.keyboard.press('Enter');
    const form = tab.getByRole('dialog', { name: 'About you' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    await form.getByRole('combobox', { name: 'Mentor' }).focus();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.type('ben');
    await tab.keyboard.press('Enter');
    await form.getByRole('checkbox', { name: 'Remind me' }).check();
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    await newest(tab).getByText('Thank you').waitFor();
    expect(submitted()).toEqual({
      name: 'Ada',
      path: 'engineer',
      days: ['monday', 'friday'],
      mentor: [ben.id],
      remind: true,
    });
  });

  test('what is missing is said at its field, and nothing is sent', async () => {
    const tab = await place.visit(place.guild.join({ name: 'chidi' }));
    await completes(tab, '/prove', /^\/prove/);
    await tab.keyboard.press('Enter');
    const form = tab.getByRole('dialog', { name: 'Proof' });
    await form.getByText('One file').waitFor();
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('Choose something: it is required.').waitFor();
    await form.getByText('Choose a file: it is required.').waitFor();
    expect(place.discord.lastInteraction?.type).toBe(2);
    await tab.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  test('a file is sent ahead, shown, and reaches the bot with what else was chosen, at 360 pixels', async () => {
    const dana = place.guild.join({ name: 'dana' });
    const tab = await place.visit(dana, { viewport: { width: 360, height: 740 } });
    await completes(tab, '/prove', /^\/prove/);
    await tab.keyboard.press('Enter');
    const form = tab.getByRole('dialog', { name: 'Proof' });
    await form.getByRole('combobox', { name: 'Level' }).click();
    await form.getByRole('option', { name: 'High' }).click();
    await form.getByRole('combobox', { name: 'Room' }).click();
    await form.getByRole('option', { name: '#questions' }).click();
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('I did it') });
    await form.getByRole('list', { name: 'Files to send' }).getByText('proof.txt').waitFor();
    expect(await overflow(tab)).toBe(0);
    await form.getByRole('button', { name: 'Submit' }).click();
    await newest(tab).getByText('Thank you').waitFor();
    const { file, ...others } = submitted();
    expect(others).toEqual({ level: ['high'], role: [], room: [place.guild.channel('questions').id] });
    expect(place.discord.lastInteraction?.data).toMatchObject({
      resolved: { attachments: { [String(file)]: { filename: 'proof.txt', size: 8 } } },
    });
    expect(await composer(tab).inputValue()).toBe('');
  });
});
