import { expect, test } from 'vitest';
import type { KeepOutcome, Upload } from '../../src/domain/evidence.ts';
import { evidenceOf } from '../../src/store/evidence.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { openReviews } from '../../src/store/reviews.ts';
import { aCurriculum, anItem, aPath } from '../support/builders.ts';
import { embedded, onEachEngine } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [aPath('yard', [['x', 'l', 'p', 's?']], { kind: 'level' })],
  items: [
    anItem('l', { kind: 'lab', asksForWork: true }),
    anItem('p', { kind: 'project', asksForWork: true, hours: { min: 4, max: 8 } }),
    anItem('s', { status: 'coming-soon', asksForWork: true }),
  ],
  certificates: [{ id: 'c', title: 'Builder', pathId: 'yard', itemIds: ['x', 'l', 'p'], shown: ['l', 'p'] }],
});
const link = 'https://github.com/ada/counter';
const upload: Upload = { id: '1', name: 'a.png', size: 3, url: 'https://cdn.example/a.png' };
const kept = { channelId: '1500', messageId: '1600', attachmentId: '1700', name: 'a.png' };
const keeping =
  (outcome: KeepOutcome, asked: string[] = []) =>
  async (file: Upload, item: { id: string }) => {
    asked.push(`${file.name} for ${item.id}`);
    return outcome;
  };
const never = keeping({ kind: 'failed' });

onEachEngine('showing work on $name', engine => {
  test('a link is saved with its tick, and put before the organisers', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    const outcome = await flows.showWork(ada(), 'l', { link: 'github.com/ada/counter' }, never);
    expect(outcome).toMatchObject({ kind: 'completed', evidence: 'linked' });
    expect((await loadLearner(db, ada())).ticks.get('l')).toMatchObject({ evidence: 'linked' });
    expect(await evidenceOf(db, ada())).toEqual(new Map([['l', { kind: 'link', url: link }]]));
    expect(await openReviews(db, ada().guildId, { limit: 5 })).toMatchObject([{ itemId: 'l', shown: { url: link } }]);
  });

  test('an uploaded file is kept first, and where it is kept is saved', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    const asked: string[] = [];
    await flows.showWork(ada(), 'l', { file: upload }, keeping({ kind: 'kept', file: kept }, asked));
    expect(asked).toEqual(['a.png for l']);
    expect(await evidenceOf(db, ada())).toEqual(new Map([['l', { kind: 'file', file: kept }]]));
  });

  test('the floor holds the certificate back, and work shown later gives it', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    for (const id of ['x', 'l', 'p']) await flows.completeItem(ada(), id);
    expect(await flows.showWork(ada(), 'l', { link }, never)).toMatchObject({
      kind: 'evidence-added',
      certificates: [],
      awaited: [{ unshown: [{ id: 'p' }] }],
    });
    expect(await flows.showWork(ada(), 'p', { link }, never)).toMatchObject({
      kind: 'evidence-added',
      certificates: [{ certificateId: 'c' }],
    });
  });

  test('taking the tick back takes its work with it', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    await flows.showWork(ada(), 'l', { link }, never);
    expect(await flows.undoItem(ada(), 'l')).toMatchObject({ kind: 'undone', shown: { url: link } });
    expect(await evidenceOf(db, ada())).toEqual(new Map());
    expect(await openReviews(db, ada().guildId, { limit: 5 })).toEqual([]);
    expect(await flows.completeItem(ada(), 'l')).toMatchObject({ kind: 'completed', evidence: 'self-marked' });
  });

  test('an older interaction that arrives late neither brings back a tick nor replaces what is shown', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    const [first, second] = [ada(), ada()];
    await flows.showWork(second, 'l', { link }, never);
    expect(await flows.showWork(first, 'l', { link: 'https://example.org/old' }, never)).toMatchObject({
      kind: 'superseded',
    });
    expect(await evidenceOf(db, first)).toEqual(new Map([['l', { kind: 'link', url: link }]]));
    await flows.undoItem(ada(), 'l');
    expect(await flows.showWork(second, 'l', { link }, never)).toMatchObject({ kind: 'superseded' });
    expect(await evidenceOf(db, first)).toEqual(new Map());
  });

  test('a tick that comes faster than a quarter of its hours is let through and noted, others are not', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    expect(await flows.completeItem(ada(), 'p')).toMatchObject({ kind: 'completed' });
    await flows.completeItem(ada(), 'x');
    expect(await openReviews(db, ada().guildId, { limit: 5 })).toEqual([]);
    await flows.undoItem(ada(), 'p');
    expect(await flows.completeItem(ada(), 'p')).toMatchObject({ kind: 'completed' });
    expect(await openReviews(db, ada().guildId, { limit: 5 })).toMatchObject([{ itemId: 'p', minutes: 0 }]);
  });
});

const [sqlite] = embedded;
if (!sqlite) throw new Error('There is no embedded engine.');

test('a link that can’t be taken changes nothing, asks for no file, and is given back as typed', async () => {
  const { flows, db, ada } = await boundFlows(sqlite, curriculum);
  const asked: string[] = [];
  const keep = keeping({ kind: 'kept', file: kept }, asked);
  expect(await flows.showWork(ada(), 'l', { link: 'my repo', file: upload }, keep)).toMatchObject({
    kind: 'bad-link',
    asked: 'my repo',
    why: 'no-address',
    hadFile: true,
  });
  expect(asked).toEqual([]);
  expect((await loadLearner(db, ada())).ticks.size).toBe(0);
});

test('of a new link and a file the link stands, and the member hears that the file was left out', async () => {
  const { flows, db, ada } = await boundFlows(sqlite, curriculum);
  const asked: string[] = [];
  const keep = keeping({ kind: 'kept', file: kept }, asked);
  expect(await flows.showWork(ada(), 'l', { link, file: upload }, keep)).toMatchObject({
    kind: 'completed',
    isFileLeftOut: true,
  });
  expect([asked, await evidenceOf(db, ada())]).toEqual([[], new Map([['l', { kind: 'link', url: link }]])]);
});

test('a file beside the link shown before, as the form still holds it, takes its place', async () => {
  const { flows, db, ada } = await boundFlows(sqlite, curriculum);
  const keep = keeping({ kind: 'kept', file: kept });
  await flows.showWork(ada(), 'l', { link }, keep);
  expect(await flows.showWork(ada(), 'l', { link, file: upload }, keep)).toMatchObject({ kind: 'evidence-added' });
  expect(await evidenceOf(db, ada())).toEqual(new Map([['l', { kind: 'file', file: kept }]]));
});

test('a file that can’t be kept changes nothing and says why', async () => {
  const { flows, db, ada } = await boundFlows(sqlite, curriculum);
  expect(await flows.showWork(ada(), 'l', { file: upload }, keeping({ kind: 'no-channel' }))).toMatchObject({
    kind: 'not-kept',
    fileName: 'a.png',
    why: { kind: 'no-channel' },
  });
  expect((await loadLearner(db, ada())).ticks.size).toBe(0);
});

test('nothing is kept for what can’t be ticked or is unknown, and the link is given back', async () => {
  const { flows, ada } = await boundFlows(sqlite, curriculum);
  const asked: string[] = [];
  const keep = keeping({ kind: 'kept', file: kept }, asked);
  expect(await flows.showWork(ada(), 's', { file: upload }, keep)).toMatchObject({ kind: 'coming-soon' });
  expect(await flows.showWork(ada(), 'nonsense', { link, file: upload }, keep)).toMatchObject({
    kind: 'unknown-item',
    offered: { link },
  });
  expect(asked).toEqual([]);
});

test('work is asked for where an item asks for it, until it is shown; and always where the member wants to', async () => {
  const { flows, ada } = await boundFlows(sqlite, curriculum);
  expect(await flows.askForWork(ada(), 'x')).toBeUndefined();
  expect(await flows.askForWork(ada(), 's', true)).toBeUndefined();
  expect(await flows.askForWork(ada(), 'x', true)).toMatchObject({ item: { id: 'x' }, isTicked: false });
  expect(await flows.askForWork(ada(), 'Title of l')).toMatchObject({ item: { id: 'l' }, takesFiles: false });
  await flows.completeItem(ada(), 'l');
  expect(await flows.askForWork(ada(), 'l')).toMatchObject({ isTicked: true });
  await flows.showWork(ada(), 'l', { link }, never);
  expect(await flows.askForWork(ada(), 'l')).toBeUndefined();
  expect(await flows.askForWork(ada(), 'l', true)).toMatchObject({ shown: { url: link } });
});
