/** A page that is loaded again, and one whose server was away for a while. */
import { expect, test } from 'vitest';
import { composer, newest } from '../../support/page-parts.ts';
import { onThePage } from './stage.ts';

onThePage(
  'coming back',
  stage => {
    const says = (who: string, text: string) =>
      stage.world.guild.member(who).says(text, { in: stage.world.guild.channel('general') });

    test('while the playground is stopped the page says so, keeps what was written, and catches up by itself', async () => {
      const tab = await stage.visit('ada');
      await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
      const start = await stage.stop();
      await tab.getByText('The playground does not answer. Trying again…').waitFor();
      await composer(tab).fill('Is anybody there?');
      await tab.keyboard.press('Enter');
      await tab.getByText('The playground does not answer. Is it still running?').waitFor();
      expect(await composer(tab).inputValue()).toBe('Is anybody there?');
      says('ben', 'said in the meantime');
      await start();
      await tab.getByText('said in the meantime').waitFor();
      await tab.getByText('The playground does not answer. Trying again…').waitFor({ state: 'hidden' });

      await composer(tab).press('Enter');
      await newest(tab).getByText('Is anybody there?').waitFor();
      says('ben', 'I am');
      await newest(tab).getByText('I am').waitFor();
      await stage.world.guild.member('ada').runs('/help');
      await tab.locator('.traffic summary').first().getByText('The bot answers').waitFor();
    });

    test('a reload leads to the same channel, to what only this member sees, and to buttons that still work', async () => {
      const { guild } = stage.world;
      guild.createChannel({ name: 'questions' });
      await guild.member('yuki').runs('/path choose', { path: 'level-leader' }, { in: guild.channel('questions') });
      const tab = await stage.visit('yuki');
      await tab.getByRole('button', { name: /^questions/ }).click();
      await newest(tab).getByText('0 of 7').waitFor();
      await tab.reload();
      await newest(tab).getByText('Only you can see this').waitFor();
      await tab.getByRole('combobox', { name: 'Message #questions' }).waitFor();
      await newest(tab).getByRole('button', { name: 'Done' }).click();
      await newest(tab).getByText('1 of 7').waitFor();
    });
  },
  { names: ['ada', 'ben', 'yuki'] },
);
