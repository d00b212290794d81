import { type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { botThat, community } from './community.ts';
import { pngOf } from './images.ts';

const picture = { name: 'wall.png', bytes: pngOf(64, 48) };
const notes = { name: 'notes.txt', bytes: new TextEncoder().encode('Bring a rope') };

const commands = [
  {
    name: 'prove',
    description: 'Prove it',
    options: [{ type: 11, name: 'file', description: 'Which', required: true, file_types: ['.png', '.txt'] }],
  },
];

async function climbers(answers: (interaction: Interaction) => Promise<unknown>) {
  const all = await community();
  await botThat(answers, commands, all);
  return all;
}

describe('attachment options', () => {
  test('the bot gets the file with its facts, and can fetch it', async () => {
    let text: Promise<string> | undefined;
    const { ada, discord } = await climbers(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file', true);
      expect(interaction.attachmentSizeLimit).toBe(10 * 1024 * 1024);
      expect(file).toMatchObject({ name: 'notes.txt', size: 12, ephemeral: true });
      expect(file.contentType).toBe('text/plain; charset=utf-8');
      text = fetch(file.url).then(answer => answer.text());
      await interaction.reply({ content: `${file.name} it is`, flags: MessageFlags.Ephemeral });
    });
    expect((await ada.runs('/prove', { file: notes })).text).toBe('notes.txt it is');
    expect(await text).toBe('Bring a rope');
    discord.assertNoViolations();
  });

  test('her client takes only files of the kinds asked for, and nothing else', async () => {
    const { ada, discord } = await climbers(() => Promise.resolve());
    await expect(ada.runs('/prove', { file: { ...notes, name: 'notes.pdf' } })).rejects.toThrow('.png, .txt');
    await expect(ada.runs('/prove', { file: 'notes.txt' })).rejects.toThrow('takes a file');
    await expect(ada.runs('/prove')).rejects.toThrow('is required');
    expect(discord.lastInteraction).toBeUndefined();
  });
});

describe('file uploads in modals', () => {
  const modal = {
    custom_id: 'proof',
    title: 'Your proof',
    components: [
      {
        type: 18,
        label: 'Proof',
        component: { type: 19, custom_id: 'files', min_values: 1, max_values: 2, file_types: ['png', 'txt'] },
      },
    ],
  };

  const withModal = () =>
    climbers(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal as never);
      if (!interaction.isModalSubmit()) return;
      const files = interaction.fields.getUploadedFiles('files', true);
      await interaction.reply({ content: files.map(({ name, width }) => `${name} ${width ?? '-'}`).join(', ') });
    });

  test('arrive with the form, and the answer knows which command opened it', async () => {
    const { ada, discord } = await withModal();
    const shown = await ada.runs('/prove', { file: notes });
    expect(shown.fields).toMatchObject([{ kind: 'file', fileTypes: ['png', 'txt'], min: 1, max: 2 }]);
    const answer = await ada.submits({ Proof: [picture, notes] });
    expect(answer.text).toBe('wall.png 64, notes.txt -');
    expect(answer.message?.interaction_metadata).toMatchObject({
      type: 5,
      triggering_interaction_metadata: { type: 2, user: { username: 'ada' } },
    });
    discord.assertNoViolations();
  });

  test('her client counts them and looks at their names', async () => {
    const { ada } = await withModal();
    await ada.runs('/prove', { file: notes });
    await expect(ada.submits({ Proof: [] })).rejects.toThrow('takes 1 to 2 files, not 0');
    await expect(ada.submits({ Proof: [notes, notes, notes] })).rejects.toThrow('takes 1 to 2 files, not 3');
    await expect(ada.submits({ Proof: [{ ...notes, name: 'a.exe' }] })).rejects.toThrow('takes no "a.exe"');
    await expect(ada.submits({ Proof: 'notes' })).rejects.toThrow('takes files');
  });
});

describe('files in answers', () => {
  test('a reply, an edit and a follow-up carry files; those of ephemeral ones have addresses of their own', async () => {
    const { ada, discord } = await climbers(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const file = (name: string) => [{ name, attachment: Buffer.from(name) }];
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ files: file('certificate.txt') });
      await interaction.followUp({ content: 'For all', files: file('public.txt') });
      await interaction.editReply({ content: 'Again', attachments: [], files: file('second.txt') });
    });
    await ada.runs('/prove', { file: notes });
    await discord.until(() => ada.sees().some(({ text }) => text === 'Again'));
    const [first, second] = ada.sees().map(({ message }) => message?.attachments[0]);
    expect([first?.filename, second?.filename]).toEqual(['second.txt', 'public.txt']);
    expect(first).toMatchObject({ ephemeral: true });
    expect(first?.url).toContain('/ephemeral-attachments/');
    expect(await (await fetch(first?.url ?? '')).text()).toBe('second.txt');
    discord.assertNoViolations();
  });

  test('a first answer may consist of nothing but a file', async () => {
    const { ada, discord } = await climbers(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const files = [{ name: 'card.png', attachment: picture.bytes }];
      await interaction.reply({ embeds: [{ image: { url: 'attachment://card.png' } }], files });
    });
    const { message } = await ada.runs('/prove', { file: notes });
    expect(message?.embeds[0]?.image).toMatchObject({ width: 64, height: 48 });
    discord.assertNoViolations();
  });
});
