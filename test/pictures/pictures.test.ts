/** Pictures are made beside the main loop, and what goes wrong there stays there. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { CertificatePictureFacts } from '../../src/pictures/facts.ts';
import { openPictures, type Pictures, PicturesBusy } from '../../src/pictures/pictures.ts';
import { aCertificate } from './a-certificate.ts';

async function drawn(pictures: Pictures, facts: CertificatePictureFacts = aCertificate): Promise<string> {
  return createHash('sha256')
    .update(await pictures.certificate(facts))
    .digest('hex');
}

/** The thread that is started next. */
async function nextThread(): Promise<Worker> {
  const [thread] = await once(process, 'worker');
  return thread as Worker;
}

test('the same certificate comes out byte for byte the same, whatever was drawn before, and by any thread', {
  timeout: 120_000,
}, async () => {
  const pictures = openPictures();
  const first = await drawn(pictures);
  await drawn(pictures, { ...aCertificate, name: '王小明 🚀 محمد' });
  expect(await drawn(pictures)).toBe(first);
  await pictures.close();

  const others = openPictures();
  expect(await drawn(others)).toBe(first);
  expect(await drawn(others, { ...aCertificate, name: 'Grace' })).not.toBe(first);
  await others.close();
});

test('no thread is started before there is something to draw', async () => {
  const threads: Worker[] = [];
  const note = (thread: Worker) => threads.push(thread);
  process.on('worker', note);
  const pictures = openPictures();
  expect(threads).toHaveLength(0);
  await drawn(pictures);
  await drawn(pictures);
  expect(threads).toHaveLength(1);
  process.off('worker', note);
  await pictures.close();
});

test('a picture whose thread dies is made by another', async () => {
  const pictures = openPictures();
  const expected = await drawn(pictures);
  await pictures.close();

  const again = openPictures();
  const thread = nextThread();
  const picture = drawn(again);
  await (await thread).terminate();
  expect(await picture).toBe(expected);
  await again.close();
});

test('a picture that ends two threads is given up, and the next one is made', async () => {
  const pictures = openPictures();
  const first = nextThread();
  const failing = expect(pictures.certificate(aCertificate)).rejects.toThrow('ended or hung twice');
  const next = drawn(pictures);
  const one = await first;
  const second = nextThread();
  await one.terminate();
  await (await second).terminate();
  await failing;
  expect(await next).toMatch(/^[0-9a-f]{64}$/);
  await pictures.close();
});

test('a picture that takes too long is given up with its thread', async () => {
  const pictures = openPictures({ patience: 1 });
  await expect(pictures.certificate(aCertificate)).rejects.toThrow('ended or hung twice');
  await pictures.close();
});

test('a thread without work ends', async () => {
  const pictures = openPictures({ idle: 1 });
  const thread = nextThread();
  await drawn(pictures);
  await once(await thread, 'exit');
  expect(await drawn(pictures)).toMatch(/^[0-9a-f]{64}$/);
  await pictures.close();
});

test('more than may wait are refused at once, and those accepted are made', async () => {
  const pictures = openPictures({ tasks: 2 });
  const accepted = [drawn(pictures), drawn(pictures)];
  await expect(pictures.certificate(aCertificate)).rejects.toThrow(PicturesBusy);
  await expect(pictures.undrawable('Ada')).rejects.toThrow(PicturesBusy);
  await Promise.all(accepted);
  expect(await drawn(pictures)).toMatch(/^[0-9a-f]{64}$/);
  await pictures.close();
});

test('closing lets the picture under way be finished and turns the waiting ones away', async () => {
  const pictures = openPictures();
  const underWay = drawn(pictures);
  const waiting = expect(pictures.certificate(aCertificate)).rejects.toThrow('closed before this one was made');
  await pictures.close();
  expect(await underWay).toMatch(/^[0-9a-f]{64}$/);
  await waiting;
  await expect(pictures.certificate(aCertificate)).rejects.toThrow('no more are made');
});

test('a name is checked for what no font of ours has', async () => {
  const pictures = openPictures();
  expect(await pictures.undrawable('Ada 𒐫 Лаw 王 𒐫ᘏ 🚀')).toEqual(['𒐫', 'ᘏ']);
  expect(await pictures.undrawable('Ada Lovelace')).toEqual([]);
  await pictures.close();
});

test('facts that nothing can be drawn from are a fault of this picture, and the next one is made', async () => {
  const pictures = openPictures();
  const tooMuch = 'https://cairn.example.org/c/'.padEnd(5_000, 'x');
  await expect(pictures.certificate({ ...aCertificate, url: tooMuch })).rejects.toThrow('Data too long');
  expect(await drawn(pictures)).toMatch(/^[0-9a-f]{64}$/);
  await pictures.close();
});

test('nobody is kept from ending by a thread that waits for work', async () => {
  const script = `
    const { openPictures } = await import(${JSON.stringify(new URL('../../src/pictures/pictures.ts', import.meta.url).href)});
    console.log((await openPictures().undrawable('Ada ᘏ')).join());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toBe('ᘏ\n');
});
