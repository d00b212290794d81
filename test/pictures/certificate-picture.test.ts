/** What a certificate looks like, pixel by pixel where it matters. */
import { describe, expect, test } from 'vitest';
import { openPictures } from '../../src/pictures/pictures.ts';
import { aCertificate, nameRegion, studio } from './a-certificate.ts';
import { coloursIn, drawingIn, hasColour, inkIn, type Pixels, type Region } from './pixels.ts';
import { readQrCode } from './read-qr-code.ts';

const draw = studio();

/** Two names in each script, as long as each other: boxes for what is missing would look the same. */
const names: readonly (readonly [script: string, one: string, other: string])[] = [
  ['Latin', 'Łukasz', 'Žužana'],
  ['Vietnamese', 'Nguyễn', 'Phượng'],
  ['Greek', 'Ελένη', 'Νίκος'],
  ['polytonic Greek', 'Ἀρίων', 'Ἑλένη'],
  ['Cyrillic', 'Екатер', 'Щербак'],
  ['Arabic', 'محمد', 'يوسف'],
  ['Hebrew', 'יעל', 'דוד'],
  ['Devanagari', 'प्रिया', 'रवीना'],
  ['Thai', 'สมชาย', 'วิชัย'],
  ['Chinese', '王小明', '李大华'],
  ['traditional Chinese', '陳怡君', '張雅婷'],
  ['Japanese', '山田さん', '鈴木くん'],
  ['Korean', '김철수', '박영희'],
];

const middleOf = ({ left, right }: Region) => (left + right) / 2;

describe.each(names)('a name in %s', (_script, one, other) => {
  test('is drawn letter for letter, in the middle', async () => {
    const [first, second] = [await draw({ name: one }), await draw({ name: other })];
    const ink = inkIn(first, nameRegion);
    expect(ink && Math.abs(middleOf(ink) - 800)).toBeLessThan(16);
    expect(ink && ink.bottom - ink.top).toBeGreaterThan(50);
    expect(drawingIn(first, nameRegion)).not.toBe(drawingIn(second, nameRegion));
  });
});

test.each([
  ['Arabic', 'محمد عبد الرحمن بن عبد العزيز الخوارزمي المهندس في الأنظمة الموزعة والحوسبة سحبا'],
  ['Latin', 'Maximiliana Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Waldenburgs'],
  ['Latin without a space', 'W'.repeat(80)],
  ['Thai without a space', `${'กรุงเทพมหานครอมรรตนโกสินทร์มหินทรายุธยามหาดิลกภพนพรัตนราชธานีบูรีรมย์อุดมราชนิเว'}`],
  ['Chinese', '王'.repeat(80)],
  ['emoji', '🚀'.repeat(80)],
  ['marks upon marks', `Z${'\u0301'.repeat(39)}a${'\u0323'.repeat(39)}`],
])('a name of 80 code points in %s fits between the words above and below it', async (_script, name) => {
  expect([...name]).toHaveLength(80);
  const drawn = await draw({ name });
  const plain = await draw({ name: 'n' });
  expect(inkIn(drawn, nameRegion)).toBeDefined();
  // All around it the sheet is as it is for the shortest name.
  for (const around of [
    { ...nameRegion, right: 128 },
    { ...nameRegion, left: 1472 },
    { ...nameRegion, top: 60, bottom: nameRegion.top },
    { ...nameRegion, top: nameRegion.bottom, bottom: 1070 },
  ])
    expect(drawingIn(drawn, around) === drawingIn(plain, around), `${JSON.stringify(around)} is as it was`).toBe(true);
});

/** Columns without a drop of ink between the first letter and the last. */
function gapsIn(pixels: Pixels): number {
  const { left, right } = inkIn(pixels, nameRegion) ?? { left: 0, right: 0 };
  return Array.from({ length: right - left }, (_, at) => ({
    ...nameRegion,
    left: left + at,
    right: left + at + 1,
  })).filter(column => inkIn(pixels, column) === undefined).length;
}

test('Arabic letters join, and stand apart where a name says so', async () => {
  expect(gapsIn(await draw({ name: 'محمد' }))).toBe(0);
  expect(gapsIn(await draw({ name: [...'محمد'].join('\u200C') }))).toBeGreaterThan(0);
});

test('what comes last in a right-to-left name stands on the left, in a left-to-right name on the right', async () => {
  const hebrew = coloursIn(await draw({ name: 'יעל בן-דוד 🚀' }), nameRegion);
  const latin = coloursIn(await draw({ name: 'Yael Ben-David 🚀' }), nameRegion);
  expect(hebrew && middleOf(hebrew)).toBeLessThan(700);
  expect(latin && middleOf(latin)).toBeGreaterThan(900);
});

test('emoji are drawn in their colours, sequences as one', async () => {
  const one = coloursIn(await draw({ name: '👩' }), nameRegion);
  const sequence = coloursIn(await draw({ name: '👩‍🚀' }), nameRegion);
  const flag = coloursIn(await draw({ name: '🇩🇪' }), nameRegion);
  for (const emoji of [one, sequence, flag]) {
    expect(emoji && emoji.right - emoji.left).toBeGreaterThan(60);
    expect(emoji && emoji.right - emoji.left).toBeLessThan(180);
  }
});

test('the same Han character looks Japanese to a Japanese, and Chinese to a Chinese', async () => {
  const chinese = await draw({ name: '直骨', locale: 'zh-CN' });
  const japanese = await draw({ name: '直骨', locale: 'ja' });
  expect(drawingIn(chinese, nameRegion)).not.toBe(drawingIn(japanese, nameRegion));
});

test('what can not be drawn leaves no box', async () => {
  const without = await draw({ name: 'Ada' });
  expect(drawingIn(await draw({ name: 'Ada 𒐫' }), nameRegion)).toBe(drawingIn(without, nameRegion));
});

/** What stands in the lower right corner: the QR code, or the seal. */
const corner = { left: 1270, right: 1500, top: 770, bottom: 1040 };

test.each([
  'https://cairn.example.org/c/k7qm2xtd9f3hbv4w',
  'https://cairn.example.org/c/0198f2c4-7b1e-7c3a-9d52-3f6a8e1b4c70',
  'http://127.0.0.1:8080/c/aB-_0',
])('the QR code leads to %s', async url => {
  expect(readQrCode(await draw({ url }), corner)).toBe(url);
});

const accent = { colour: 0x8e3350 };

test('without a page a seal in the accent stands where the QR code was, and the name as it did', async () => {
  const url = 'https://cairn.example.org/c/k7qm2xtd9f3hbv4w';
  const [online, offline] = [await draw({ url, ...accent }), await draw(accent)];
  expect([hasColour(online, corner, '#8e3350'), hasColour(offline, corner, '#8e3350')]).toEqual([false, true]);
  expect(drawingIn(offline, nameRegion) === drawingIn(online, nameRegion)).toBe(true);
});

test('frame, title and the last stone have the accent of the certificate', async () => {
  const [house, own] = [await draw({}), await draw(accent)];
  const frame = { left: 40, right: 50, top: 480, bottom: 500 };
  const title = { left: 200, right: 1400, top: 690, bottom: 780 };
  const lastStone = { left: 770, right: 830, top: 75, bottom: 120 };
  for (const place of [frame, title, lastStone]) {
    expect(hasColour(own, place, '#8e3350')).toBe(true);
    expect(hasColour(house, place, '#8e3350')).toBe(false);
    expect(hasColour(house, place, '#17615d')).toBe(true);
  }
});

test('the picture weighs little enough for any message, with the most there can be on it', async () => {
  const pictures = openPictures();
  const name = 'Ἀβγδεζηθικ 山田さん 김철수 محمد '.concat('🚀👩🏽‍🚀🏳️‍🌈🇩🇪'.repeat(3));
  const facts = {
    ...aCertificate,
    name,
    title: aCertificate.title.repeat(3),
    community: aCertificate.community.repeat(3),
  };
  const png = await pictures.certificate({ ...facts, url: 'https://cairn.example.org/c/k7qm2xtd9f3hbv4w' });
  expect(png.byteLength).toBeLessThan(400_000);
  await pictures.close();
});

test('the picture is 1600 pixels wide and has the shape of a sheet of A4', async () => {
  const { width, height } = await draw(aCertificate);
  expect(width).toBe(1600);
  expect(width / height).toBeCloseTo(Math.SQRT2, 2);
});
