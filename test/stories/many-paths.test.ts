import { describe, expect } from 'vitest';
import { story } from '../support/world.ts';

describe('one item on several paths', () => {
  story('Ada ticks the circuit breaker once, and it counts on all three of her paths', async ({ member }) => {
    const ada = member('ada');
    for (const path of ['new-graduate', 'reliability', 'level-beginner']) await ada.runs('/path choose', { path });
    const done = await ada.runs('/progress done', { item: 'pattern-circuit-breaker' });
    for (const title of ['New Graduate', 'Reliability', 'Beginner']) {
      expect(done.text).toMatch(new RegExp(`\\*\\*${title}[^\\n]*\\n▰▱+ \\d+% · 1 of`));
    }
  });

  story('A path chosen later starts with what Ada has done before', async ({ member }) => {
    const ada = member('ada');
    const counted = await ada.runs('/progress done', { item: 'law-1' });
    expect(counted.text).toContain('You are not on a path yet');
    const chosen = await ada.clicks('Choose a path', counted);
    expect((await ada.picks('new-graduate', chosen, 'path/select/role')).text).toContain('· 1 of');
  });
});

describe('taking a tick back', () => {
  story('Undo takes the tick from every path, and doing it again brings it back', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    const done = await ada.runs('/progress done', { item: 'law-1' });
    const undone = await ada.clicks('Undo', done);
    expect(undone.text).toContain('Taken back: [Law 1');
    expect(undone.text).toContain('0% · 0 of');
    const again = await ada.clicks('Mark as done again', undone);
    expect(again.text).toContain('· 1 of');
    expect((await ada.types('/progress undo', 'item', '')).map(({ value }) => value)).toEqual(['law-1']);
  });
});

describe('at the same moment', () => {
  story(
    'two members finish the same last item, and each has a certificate and the one role',
    async ({ discord, guild, member }) => {
      const [ada, ben] = [member('ada'), member('ben')];
      const items = ['law-7', 'law-4', 'law-6'];
      for (const learner of [ada, ben]) {
        await learner.runs('/path choose', { path: 'level-leader' });
        for (const item of items) await learner.runs('/progress done', { item });
      }
      const rest = async (learner: typeof ada) => {
        let shown = await learner.runs('/progress next');
        while (shown.buttons.some(({ label }) => label === 'Done')) shown = await learner.clicks('Done', shown);
      };
      await Promise.all([rest(ada), rest(ben)]);
      await discord.until(() => ada.has('Distributed Systems Leader') && ben.has('Distributed Systems Leader'));
      expect(guild.roles.filter(role => role.name === 'Distributed Systems Leader')).toHaveLength(1);
    },
  );

  story('one member presses Done five times at once, and it is done once', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ada.runs('/progress done', { item: 'law-1' })));
    expect(answers.filter(({ text }) => text.includes('### ✅ Done:'))).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('Already done'))).toHaveLength(4);
  });

  story('a duplicated interaction changes nothing twice', async ({ discord, member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    await ada.runs('/progress done', { item: 'law-1' });
    const done = discord.lastInteraction;
    await ada.runs('/progress undo', { item: 'law-1' });
    if (done) discord.deliver(done);
    expect((await ada.runs('/progress show')).text).toContain('0 items done');
  });
});
