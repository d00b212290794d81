/** What happens between a question of the page and its answer. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { chatting, quietBot } from './place.ts';

/** The server's answer to this request is ready, and stays on its way until it is let through. */
async function heldUp(tab: Tab, path: RegExp) {
  const [isReady, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await tab.route(path, async route => {
    const response = await route.fetch();
    isReady.resolve();
    await goOn.promise;
    await route.fulfill({ response });
  });
  return { isReady: isReady.promise, letThrough: goOn.resolve };
}

chatting('while the page waits for an answer', quietBot, place => {
  test('a message that is deleted stays away, and a reaction is shown', async () => {
    const [ada, ben] = [place.guild.join({ name: 'ada' }), place.guild.join({ name: 'ben' })];
    const [general, questions] = [place.guild.channel('general'), place.guild.channel('questions')];
    const slip = ben.says('a slip', { in: questions });
    const liked = ben.says('well said', { in: questions });
    const tab = await place.visit(ada);
    const { isReady, letThrough } = await heldUp(tab, new RegExp(`/channels/${questions.id}$`));
    await tab.getByRole('button', { name: /^questions/ }).click();
    await isReady;
    ben.deletes(slip);
    ben.reacts('🎉', liked);
    ben.says(`<@${ada.id}>, look`, { in: general });
    // News come one after the other.
    await tab
      .getByRole('button', { name: /^general/ })
      .getByText('1 mention')
      .waitFor();
    letThrough();
    await tab.getByRole('article').getByRole('button', { name: '🎉, 1 reaction' }).waitFor();
    expect(await tab.getByText('a slip').count()).toBe(0);
  });

  test('a ping that comes while the server counts is neither lost nor counted twice', async () => {
    const [cleo, dan] = [place.guild.join({ name: 'cleo' }), place.guild.join({ name: 'dan' })];
    const questions = place.guild.channel('questions');
    const slip = dan.says('a slip', { in: questions });
    const tab = await place.visit(cleo);
    const mentions = (text: string) =>
      tab
        .getByRole('button', { name: /^questions/ })
        .getByText(text)
        .waitFor();
    const { isReady, letThrough } = await heldUp(tab, /\/unread$/);
    dan.deletes(slip);
    await isReady;
    dan.says(`<@${cleo.id}>, are you there?`, { in: questions });
    await mentions('1 mention');
    const answered = tab.waitForResponse(/\/unread$/);
    letThrough();
    await (await answered).finished();
    dan.says(`<@${cleo.id}>, hello?`, { in: questions });
    await mentions('2 mentions');
  });
});
