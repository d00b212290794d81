/** Fifty certificates, made in the bot's own process as the bot has them made. Loaded by the probe when it is asked. */
import { openPictures } from '../src/pictures/pictures.ts';

const names = [
  'Ada Lovelace',
  'Nguyễn Thị Minh Khai',
  'Ἑλένη Παπαδοπούλου',
  'Екатерина Ґалаґан',
  'محمد عبد الرحمن الخوارزمي',
  'יעל בן-דוד',
  'प्रियंका श्रीवास्तव',
  'สมชาย ใจดี',
  '王小明 山田さん 김철수',
  'Grace 🚀👩🏽‍🚀',
];

const pictures = openPictures();

/** Milliseconds of each, one after the other. */
export async function drawFifty(): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < 50; at++) {
    const began = performance.now();
    await pictures.certificate({
      community: 'Distributed Systems Community',
      title: 'Distributed Systems Architect',
      path: 'Architect Path',
      name: names[at % names.length] ?? '',
      on: Temporal.PlainDate.from('2026-03-03'),
      mix: '34 items, 6 with work shown',
      id: `K7QM-${1000 + at}`,
      ...(at % 2 === 0 && { url: `https://cairn.example.org/c/k7qm2xtd9f3hb${1000 + at}` }),
    });
    taken.push(performance.now() - began);
  }
  return taken;
}
