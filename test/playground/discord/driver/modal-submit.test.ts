import { type Interaction, MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { botThat, community } from '../community.ts';

const options = [
  { label: 'Easy', value: 'easy' },
  { label: 'Hard', value: 'hard', default: true },
  { label: 'Endless', value: 'endless' },
];
const labelled = (label: string, component: object) => ({ type: 18, label, component });

async function asking(...components: object[]) {
  const all = await community();
  let submitted: ModalSubmitInteraction | undefined;
  const answers = async (interaction: Interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.showModal({ title: 'Tell', custom_id: 'tell', components } as never);
    if (!interaction.isModalSubmit()) return;
    submitted = interaction;
    await interaction.reply({ content: 'Thank you.', flags: MessageFlags.Ephemeral });
  };
  await botThat(answers, [{ name: 'tell', description: 'Tells' }], all);
  const opened = await all.ada.runs('/tell');
  const answered = () => {
    if (submitted === undefined) throw new Error('the bot has not received the form');
    return submitted.fields;
  };
  return { ...all, opened, answered };
}

describe('forms', () => {
  test('what the member leaves alone is sent as the bot chose it', async () => {
    const { ada, discord, answered } = await asking(
      labelled('Why', { type: 4, custom_id: 'why', style: 2, value: 'Because' }),
      labelled('How', { type: 3, custom_id: 'how', options }),
      labelled('Mood', { type: 21, custom_id: 'mood', options }),
      labelled('Tags', { type: 22, custom_id: 'tags', options, max_values: 3 }),
      labelled('Agreed', { type: 23, custom_id: 'agreed', default: true }),
    );
    await ada.submits({});
    const fields = answered();
    expect(fields.getTextInputValue('why')).toBe('Because');
    expect(fields.getStringSelectValues('how')).toEqual(['hard']);
    expect(fields.getRadioGroup('mood')).toBe('hard');
    expect(fields.getCheckboxGroup('tags')).toEqual(['hard']);
    expect(fields.getCheckbox('agreed')).toBe(true);
    discord.assertNoViolations();
  });

  test('what the member chooses is sent instead, by label or by value', async () => {
    const { ada, answered } = await asking(
      labelled('How', { type: 3, custom_id: 'how', options }),
      labelled('Mood', { type: 21, custom_id: 'mood', options }),
      labelled('Tags', { type: 22, custom_id: 'tags', options, max_values: 3 }),
      labelled('Agreed', { type: 23, custom_id: 'agreed', default: true }),
    );
    await ada.submits({ How: 'Easy', mood: 'endless', Tags: ['Easy', 'endless'], Agreed: false });
    const fields = answered();
    expect(fields.getStringSelectValues('how')).toEqual(['easy']);
    expect(fields.getRadioGroup('mood')).toBe('endless');
    expect(fields.getCheckboxGroup('tags')).toEqual(['easy', 'endless']);
    expect(fields.getCheckbox('agreed')).toBe(false);
  });

  test('people, roles and channels arrive with what Discord knows of them, chosen beforehand or not', async () => {
    const all = await community();
    const { guild, general, ada, owner } = all;
    const climber = guild.createRole({ name: 'Climber' });
    let submitted: ModalSubmitInteraction | undefined;
    const components = [
      labelled('Who', { type: 5, custom_id: 'who', default_values: [{ id: owner.id, type: 'user' }] }),
      labelled('Role', { type: 6, custom_id: 'role' }),
      labelled('Where', { type: 8, custom_id: 'where', channel_types: [0] }),
      labelled('Any', { type: 7, custom_id: 'any', max_values: 2 }),
    ];
    const answers = async (interaction: Interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.showModal({ title: 'Tell', custom_id: 'tell', components } as never);
      if (!interaction.isModalSubmit()) return;
      submitted = interaction;
      await interaction.reply({ content: 'Thank you.', flags: MessageFlags.Ephemeral });
    };
    await botThat(answers, [{ name: 'tell', description: 'Tells' }], all);
    await ada.runs('/tell');
    await ada.submits({ Role: climber.id, Where: general.id, Any: [ada.id, climber.id] });
    const fields = submitted?.fields;
    expect(fields?.getSelectedUsers('who')?.map(({ username }) => username)).toEqual(['olga']);
    expect(fields?.getSelectedRoles('role')?.map(role => role?.name)).toEqual(['Climber']);
    expect(fields?.getSelectedChannels('where')?.map(channel => channel.id)).toEqual([general.id]);
    expect(fields?.getSelectedMentionables('any')?.users.map(({ username }) => username)).toEqual(['ada']);
    expect(fields?.getSelectedMentionables('any')?.roles.map(role => role?.name)).toEqual(['Climber']);
  });

  test('nothing has to be chosen where nothing is required', async () => {
    const plain = options.map(({ label, value }) => ({ label, value }));
    const { ada, answered } = await asking(
      labelled('Mood', { type: 21, custom_id: 'mood', options: plain, required: false }),
      labelled('Tags', { type: 22, custom_id: 'tags', options: plain, required: false, min_values: 2, max_values: 3 }),
    );
    await expect(ada.submits({ Tags: 'Easy' })).rejects.toThrow('takes 2 to 3 values, not 1');
    await ada.submits({});
    expect(answered().getRadioGroup('mood')).toBeNull();
    expect(answered().getCheckboxGroup('tags')).toEqual([]);
  });

  test('her client says what is missing or too much, and keeps the form open', async () => {
    const { ada, opened, discord } = await asking(
      labelled('Why', { type: 4, custom_id: 'why', style: 1, min_length: 3, max_length: 5 }),
      labelled('Mood', { type: 21, custom_id: 'mood', options: options.slice(0, 1).concat(options.slice(2)) }),
    );
    expect(opened.fields.map(({ label, required, chosen }) => [label, required, chosen])).toEqual([
      ['Why', true, []],
      ['Mood', true, []],
    ]);
    await expect(ada.submits({ Mood: 'Easy' })).rejects.toThrow('the field "Why" is required');
    await expect(ada.submits({ Why: 'ab', Mood: 'Easy' })).rejects.toThrow('takes 3 to 5 characters, not 2');
    await expect(ada.submits({ Why: 'abc' })).rejects.toThrow('takes 1 to 1 values, not 0');
    await expect(ada.submits({ Why: 'abc', Mood: 'Hard' })).rejects.toThrow('has no option "Hard"');
    await expect(ada.submits({ When: 'now' })).rejects.toThrow('It has: Why, Mood');
    expect((await ada.submits({ Why: 'abc', Mood: 'Easy' })).text).toBe('Thank you.');
    discord.assertNoViolations();
  });
});
