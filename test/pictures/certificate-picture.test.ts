/** What a certificate looks like, pixel by pixel where it matters. */
import { describe, expect, test } from 'vitest';
import { aCertificate, nameRegion, studio } from './a-certificate.ts';
import { coloursIn, drawingIn, inkIn, type Region } from './pixels.ts';
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
  ['Arabic', 'محمد عبد الرحمن بن عبد العزيز الخوارزمي المهندس في الأنظمة الموزعة والحوسبة سحب'],
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
  const ink = inkIn(drawn, { ...nameRegion, left: 0, right: 1600, top: 421 });
  expect(ink).toBeDefined();
  // The paper between name and frame is as empty as with the shortest name, and so are the words around it.
  for (const around of [
    { left: 60, right: 128, top: 421, bottom: 614 },
    { left: 1472, right: 1540, top: 421, bottom: 614 },
    { left: 60, right: 1540, top: 370, bottom: 421 },
    { left: 60, right: 1540, top: 614, bottom: 670 },
  ])
    expect(drawingIn(drawn, around)).toBe(drawingIn(plain, around));
});

test('Arabic letters join, and take less room than letters that stand alone', async () => {
  const joined = inkIn(await draw({ name: 'محمد' }), nameRegion);
  const alone = inkIn(await draw({ name: [...'محمد'].join('\u200C') }), nameRegion);
  expect(joined && joined.right - joined.left).toBeLessThan(alone ? 0.8 * (alone.right - alone.left) : 0);
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

const foot = { left: 1200, right: 1540, top: 840, bottom: 1070 };

test('the QR code leads to its page', async () => {
  for (const url of ['https://cairn.example.org/c/k7qm2xtd9f3hbv4w', 'http://127.0.0.1:8080/c/aB-_0']) {
    const picture = await draw({ url });
    const bounds = inkIn(picture, { ...foot, left: 1300 });
    expect(readQrCode(picture, { ...foot, left: bounds?.left ?? 0 })).toBe(url);
  }
});

test('without a page there is no QR code, and the rest stands as it did', async () => {
  const [online, offline] = [await draw({ url: 'https://cairn.example.org/c/k7qm2xtd9f3hbv4w' }), await draw({})];
  expect(inkIn(offline, { ...foot, bottom: 950 })).toBeUndefined();
  expect(drawingIn(offline, nameRegion)).toBe(drawingIn(online, nameRegion));
});

test('each kind of path has an accent of its own, which the frame shows', async () => {
  const families = ['level', 'role', 'topic', 'track'] as const;
  const frames = await Promise.all(
    families.map(async family => {
      const picture = await draw({ family });
      return [picture.lightness(44, 500), picture.colourfulness(44, 500)].join();
    }),
  );
  expect(new Set(frames).size).toBe(families.length);
});

test('the picture is 1600 pixels wide and has the shape of a sheet of A4', async () => {
  const { width, height } = await draw(aCertificate);
  expect(width).toBe(1600);
  expect(width / height).toBeCloseTo(Math.SQRT2, 2);
});
