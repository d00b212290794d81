import { describe, expect } from 'vitest';
import { story } from '../support/world.ts';

describe("a new graduate's first evening", () => {
  story('Ada asks what there is, chooses a path from the picker, and is greeted with Law 1', async ({ member }) => {
    const ada = member('ada');
    const help = await ada.runs('/help');
    expect(help).toMatchObject({ kind: 'message', ephemeral: true });

    const picker = await ada.clicks('Choose a path', help);
    expect(picker.selects.map(select => select.placeholder)).toEqual([
      'By role',
      'By topic',
      'By level',
      'Specialised tracks',
    ]);

    const greeting = await ada.picks('new-graduate', picker, 'path/select/role');
    expect(greeting.text).toContain('Welcome to New Graduate');
    expect(greeting.text).toContain('Start here:');
    expect(greeting.text).toContain('Law 1: Correlated Failure');
    expect(greeting.text).toContain(
      'https://deepaucksharma.github.io/DStudio/core-principles/laws/correlated-failure/',
    );
    expect(greeting.ephemeral).toBe(true);
  });

  story('Ada finishes Law 1 by typing a little of it, and sees what moved and what comes next', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    const [first] = await ada.types('/progress done', 'item', '');
    expect(first).toEqual({ name: 'Law 1: Correlated Failure', value: 'law-1' });
    expect((await ada.types('/progress done', 'item', 'corelated')).map(({ value }) => value)).toContain('law-1');

    const done = await ada.runs('/progress done', { item: 'law-1' });
    expect(done.text).toContain('Done: [Law 1: Correlated Failure]');
    expect(done.text).toMatch(/▰▱▱▱▱▱▱▱▱▱ \d% · 1 of \d+/);
    expect(done.text).toContain('Law 2: Asynchronous Reality');
    expect(done.buttons.map(({ label }) => label)).toEqual(['Done', 'Undo', 'My progress']);

    const second = await ada.clicks('Done', done);
    expect(second).toMatchObject({ kind: 'update', ephemeral: true });
    expect(second.text).toContain('Done: [Law 2');
    const progress = await ada.clicks('My progress', second);
    expect(progress.text).toContain('2 items done');
    expect((await ada.runs('/progress next')).text).toContain('Law 3: Emergent Chaos');
  });

  story('Nobody else sees any of it', async ({ member, guild }) => {
    const [ada, ben] = [member('ada'), member('ben')];
    await ada.runs('/path choose', { path: 'new-graduate' });
    await ada.runs('/progress done', { item: 'law-1' });
    expect(guild.channels.flatMap(channel => ben.reads(channel))).toEqual([]);
    expect((await ben.runs('/progress show')).text).toContain('You are not on a path yet');
  });

  story('Ada says she can program, and is never asked again', async ({ member }) => {
    const ada = member('ada');
    const greeting = await ada.runs('/path choose', { path: 'new-graduate' });
    expect(greeting.text).toContain('Good to have first');
    const declared = await ada.clicks('I have this', greeting);
    expect(declared.buttons.map(({ label }) => label)).not.toContain('I have this');
    expect((await ada.runs('/path choose', { path: 'new-graduate' })).text).toContain('✅ Basic programming');
  });

  story('Ada looks a path over, stage by stage, before she takes it', async ({ member }) => {
    const ada = member('ada');
    expect((await ada.runs('/path list', { kind: 'topic' })).text).toContain('Reliability & Resilience');
    const path = await ada.runs('/path show', { path: 'reliability' });
    const [stages] = path.selects;
    const stage = await ada.picks(stages?.options[1]?.value ?? '', path);
    expect(stage.text).toContain('Circuit Breaker');
    const chosen = await ada.clicks('Choose this path', stage);
    expect(chosen.text).toContain('Welcome to Reliability');
    const left = await ada.runs('/path leave', { path: 'reliability' });
    expect(left.text).toContain('You left Reliability');
    expect((await ada.clicks('Come back', left)).text).toContain('Welcome to Reliability');
  });
});
