import { describe, expect } from 'vitest';
import { story } from '../support/world.ts';

describe('what members get wrong, or simply do otherwise', () => {
  story('An unknown item offers the nearest three as buttons, and a press ticks one', async ({ member }) => {
    const ada = member('ada');
    const unknown = await ada.runs('/progress done', { item: 'circit braker' });
    expect(unknown.text).toContain('No item is called “circit braker”');
    expect(unknown.buttons).toHaveLength(3);
    expect(unknown.buttons[0]?.customId).toBe('progress/done/pattern-circuit-breaker');
    expect((await ada.clicks(unknown.buttons[0]?.label ?? '', unknown)).text).toContain('Done: [Circuit Breaker]');
  });

  story('What is typed is shown as typed: it neither pings nor formats', async ({ member }) => {
    const ada = member('ada');
    const unknown = await ada.runs('/progress done', { item: '@everyone **[x](https://evil.example)** <@&1>' });
    expect(unknown.pings).toEqual([]);
    expect(unknown.text).not.toContain('](https://evil');
    expect(unknown.text).not.toContain('**[x]');
  });

  story('Done twice says when', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/progress done', { item: 'law-1' });
    expect((await ada.runs('/progress done', { item: 'law-1' })).text).toMatch(/Already done: .*\n.*<t:\d+:R>/);
  });

  story('An item on none of her paths counts, and says so', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'cost' });
    const done = await ada.runs('/progress done', { item: 'pattern-crdt' });
    expect(done.text).toContain('It is on none of your paths. It counts all the same');
  });

  story('What is coming soon cannot be ticked, and says so', async ({ member }) => {
    const ada = member('ada');
    const soon = await ada.runs('/progress done', { item: 'quant-cost-optimization' });
    expect(soon.text).toContain('Coming soon');
    expect((await ada.runs('/progress show')).text).not.toContain('1 item');
  });

  story('What is coming soon on one path counts on another', async ({ member }) => {
    const ada = member('ada');
    for (const path of ['level-practitioner', 'senior-engineer']) await ada.runs('/path choose', { path });
    const done = await ada.runs('/progress done', { item: 'pattern-service-mesh' });
    expect(done.text).toMatch(/\*\*Senior Engineer Path\*\*\n▰/);
    expect(done.text).toContain('it is marked Coming Soon');
  });

  story('With no path yet, every view offers to choose one', async ({ member }) => {
    const ada = member('ada');
    for (const command of ['/progress show', '/progress next', '/certificate show']) {
      expect(
        (await ada.runs(command)).buttons.map(({ label }) => label),
        command,
      ).toContain('Choose a path');
    }
  });

  story('An unknown path offers the nearest, and leaving one she is not on says so', async ({ member }) => {
    const ada = member('ada');
    const unknown = await ada.runs('/path choose', { path: 'relability' });
    expect(unknown.buttons[0]?.customId).toBe('path/choose/reliability');
    expect((await ada.runs('/path leave', { path: 'cost' })).text).toContain('You are not on');
  });
});
