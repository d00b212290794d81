import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import type { Form } from '../../src/views/form.ts';
import { withLine } from './a-line.ts';

const show: Form = {
  title: 'Show your work',
  customId: 'work/show/lab-1',
  fields: [
    { type: 18, label: 'Link', component: { type: 4, custom_id: 'link', style: 1, required: false } },
    { type: 18, label: 'Files', component: { type: 19, custom_id: 'file', required: false, max_values: 2 } },
    { type: 18, label: 'Announce it', component: { type: 23, custom_id: 'announce' } },
  ],
};

const said = (what: unknown) => card('plain', [text(JSON.stringify(what))]);

/** /work opens a form at once, /work-slowly when released; so do the buttons of /panel. */
function commands() {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slowly = async () => {
    started.resolve();
    await release.promise;
    return show;
  };
  const forms = {
    show: ({
      args,
      fields,
      files,
    }: Parameters<NonNullable<Parameters<typeof defineCommand>[0]['forms']>[string]>[0]) =>
      fields.link?.[0] === 'again'
        ? show
        : said([
            args,
            fields,
            Object.values(files)
              .flat()
              .map(({ name, size }) => [name, size]),
          ]),
  };
  const work = defineCommand({ name: 'work', says: 'A form', options: {}, run: () => show, forms });
  const slow = defineCommand({ name: 'slow', says: 'A form, later', options: {}, run: slowly });
  const panel = defineCommand({
    name: 'panel',
    says: 'A panel',
    options: {},
    run: () => card('plain', [text('Panel'), row(button('Show', 'panel/show'), button('Slowly', 'panel/slowly'))]),
    components: { show: () => show, slowly },
  });
  return { commands: [work, slow, panel], started: started.promise, release: release.resolve };
}

describe('a form', () => {
  test('rule 12: opens as the one answer to a command', async () => {
    await withLine(commands(), async ({ ada, callbacks }) => {
      const shown = await ada.runs('/work');
      expect(shown).toMatchObject({ kind: 'modal', text: 'Show your work' });
      expect(callbacks()).toMatchObject([{ type: 9, data: { custom_id: 'work/show/lab-1', title: 'Show your work' } }]);
    });
  });

  test('rule 13: brings what was typed, ticked and uploaded, by field', async () => {
    await withLine(commands(), async ({ ada }) => {
      await ada.runs('/work');
      const file = { name: 'notes.txt', bytes: Buffer.from('Notes') };
      const shown = await ada.submits({ Link: 'https://example.org', Files: [file], 'Announce it': true });
      expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
      const fields = { link: ['https://example.org'], announce: ['true'] };
      expect(JSON.parse(shown.text)).toEqual([['lab-1'], fields, [['notes.txt', 5]]]);
    });
  });

  test('leaves out what was left empty', async () => {
    await withLine(commands(), async ({ ada }) => {
      await ada.runs('/work');
      expect(JSON.parse((await ada.submits({})).text)).toEqual([['lab-1'], {}, []]);
    });
  });

  test('opened from a panel, has its answer put in the place of that panel', async () => {
    await withLine(commands(), async ({ ada, callbacks }) => {
      await ada.clicks('Show', await ada.runs('/panel'));
      expect(await ada.submits({})).toMatchObject({ kind: 'update', ephemeral: true });
      expect(callbacks().map(({ type }) => type)).toEqual([4, 9, 7]);
      expect(ada.sees()).toHaveLength(1);
    });
  });

  test('that comes after a deferral is opened by a button instead, and is answered as ever', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, discord, timers, callbacks }) => {
      const asked = ada.runs('/slow');
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      expect((await asked).text).toContain('There is a form to fill in');
      expect(await ada.clicks('Open the form')).toMatchObject({ kind: 'modal', text: 'Show your work' });
      ada.dismisses();
      await ada.clicks('Open the form');
      expect((await ada.submits({})).text).toContain('lab-1');
      expect(callbacks().map(({ type }) => type)).toEqual([5, 9, 9, 7]);
      expect(ada.sees()).toHaveLength(1);
    });
  });

  test('that comes after a deferred press leaves the panel as it is', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, discord, timers }) => {
      void ada.clicks('Slowly', await ada.runs('/panel'));
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      await discord.until(() => ada.sees().length === 2);
      expect(ada.sees().map(shown => shown.text.split('\n')[0])).toEqual(['Panel', '### There is a form to fill in']);
    });
  });

  test('as the answer to a form is opened by a button, since Discord opens none there', async () => {
    await withLine(commands(), async ({ ada }) => {
      await ada.runs('/work');
      await ada.submits({ Link: 'again' });
      expect(await ada.clicks('Open the form')).toMatchObject({ kind: 'modal', text: 'Show your work' });
    });
  });

  test('that was held back opens for nobody else, and not after a restart', async () => {
    const given = commands();
    await withLine(given, async ({ ada, guild, discord, callbacks }) => {
      await ada.runs('/work');
      await ada.submits({ Link: 'again' });
      await ada.clicks('Open the form');
      const press = discord.lastInteraction;
      if (press?.type !== 3 || !press.member) throw new Error('Not the press of a button.');
      const grace = guild.join({ name: 'grace' });
      const member = { ...press.member, user: { ...press.member.user, id: grace.id } };
      for (const change of [{ member }, { data: { ...press.data, custom_id: '/form/1' } }]) {
        const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
        discord.deliver({
          ...press,
          ...change,
          id: `${BigInt(press.id) + BigInt(Object.keys(change)[0]?.length ?? 0)}`,
        } as typeof press);
        await answered;
        expect(JSON.stringify(callbacks().at(-1))).toContain('This panel is outdated');
      }
    });
  });

  test('of which Discord says no more than that it is wrong becomes a fault, not silence', async () => {
    const wrong: Form = { ...show, fields: [] };
    const empty = defineCommand({ name: 'empty', says: 'No fields', options: {}, run: () => wrong });
    await withLine({ commands: [empty], ignoreViolations: true }, async ({ ada }) => {
      expect((await ada.runs('/empty')).text).toContain('Something went wrong');
    });
  });

  test('that Discord refuses when a button is to open it becomes a fault as well', async () => {
    await withLine(commands(), async ({ ada, discord }) => {
      await ada.runs('/work');
      await ada.submits({ Link: 'again' });
      const body = { code: 50_035, message: 'Invalid Form Body', errors: {} };
      discord.faults.next({ route: /callback$/, answer: { status: 400, body } });
      expect((await ada.clicks('Open the form')).text).toContain('Something went wrong');
    });
  });

  test('of a command that is gone is answered as outdated', async () => {
    const gone: Form = { ...show, customId: 'gone/show' };
    const lost = defineCommand({ name: 'lost', says: 'Lost', options: {}, run: () => gone });
    await withLine({ commands: [lost] }, async ({ ada }) => {
      await ada.runs('/lost');
      expect((await ada.submits({})).text).toContain('This panel is outdated');
    });
  });
});
