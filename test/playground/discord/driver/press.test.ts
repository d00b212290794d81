import { describe, expect, test } from 'vitest';
import { aBotThat, button, card, reply, row, text } from '../a-bot.ts';

describe('buttons, selects and modals', () => {
  test('a press updates the message it was on', async () => {
    const { ada, discord } = await aBotThat(async interaction => {
      if (interaction.isButton())
        await interaction.update({ components: [text(`pressed ${interaction.customId}`)] as never });
      else await reply(interaction, card(text('Choose'), row(button('Left', 'l'), button('Right', 'r'))));
    });
    const shown = await ada.runs('/hello');
    expect(await ada.clicks('Right', shown)).toMatchObject({ kind: 'update', text: 'pressed r' });
    expect(ada.sees().map(message => message.text)).toEqual(['pressed r']);
    await expect(ada.clicks('Left')).rejects.toThrow('sees no button "Left"');
    discord.assertNoViolations();
  });

  test('a deferred update changes the message when it is edited', async () => {
    const { ada } = await aBotThat(async interaction => {
      if (!interaction.isButton()) return reply(interaction, [text('Old'), row(button('Go', 'go'))]);
      await interaction.deferUpdate();
      return interaction.editReply({ components: [text('New')] as never });
    });
    await ada.runs('/hello');
    expect(await ada.clicks('Go')).toMatchObject({ kind: 'update', text: 'New' });
  });

  test('a picked option arrives by its value', async () => {
    const options = [
      { label: 'Reliability', value: 'path-reliability' },
      { label: 'Cost', value: 'path-cost' },
    ];
    const { ada } = await aBotThat(async interaction => {
      if (interaction.isStringSelectMenu()) await reply(interaction, [text(`picked ${interaction.values.join()}`)]);
      else await reply(interaction, [row({ type: 3, custom_id: 'which', placeholder: 'Which path', options })]);
    });
    const shown = await ada.runs('/hello');
    expect(shown.selects.map(({ placeholder }) => placeholder)).toEqual(['Which path']);
    await expect(ada.picks('Security', shown)).rejects.toThrow('no option "Security". It has: Reliability, Cost');
    expect((await ada.picks('Cost', shown)).text).toBe('picked path-cost');
  });

  test('a user select arrives with the member that was picked', async () => {
    const { ada, owner } = await aBotThat(async interaction => {
      if (interaction.isUserSelectMenu())
        await reply(interaction, [text(`with ${interaction.users.first()?.username}`)]);
      else await reply(interaction, [row({ type: 5, custom_id: 'partner' })]);
    });
    await ada.runs('/hello');
    expect((await ada.picks(owner.id)).text).toBe('with olga');
  });

  test('a modal opens, is filled by label, and its answer is shown', async () => {
    const field = { type: 4, custom_id: 'why', style: 1, min_length: 3, max_length: 20 };
    const { ada, discord } = await aBotThat(async interaction => {
      if (interaction.isModalSubmit()) await reply(interaction, [text(interaction.fields.getTextInputValue('why'))]);
      else if (interaction.isChatInputCommand())
        await interaction.showModal({
          custom_id: 'apply',
          title: 'Apply',
          components: [{ type: 18, label: 'Why', component: field }],
        } as never);
    });
    const modal = await ada.runs('/hello');
    expect(modal).toMatchObject({ kind: 'modal', text: 'Apply' });
    expect(modal.fields).toMatchObject([{ label: 'Why', kind: 'text', required: true, min: 3, max: 20 }]);
    await expect(ada.submits({ Why: 'x' })).rejects.toThrow('takes 3 to 20 characters, not 1');
    expect((await ada.submits({ Why: 'to learn' })).text).toBe('to learn');
    await expect(ada.submits({ Why: 'to learn' })).rejects.toThrow('no modal open');
    discord.assertNoViolations();
  });
});
