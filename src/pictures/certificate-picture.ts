/** The certificate itself: what stands where on the sheet. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawCairn } from './cairn.ts';
import type { CertificatePictureFacts } from './facts.ts';
import { drawLandscape, type Sheet } from './landscape.ts';
import { accentOf, ink, paleInk } from './palette.ts';
import { encodePng } from './png.ts';
import { drawQrCode } from './qr-code.ts';
import { drawSeal } from './seal.ts';
import { drawLine, type Style, setLine } from './typeset.ts';
import { dateInWords, pathLine } from './wording.ts';
import { type Room, writeInto } from './write-into.ts';

/** A4 across, so that it prints as it is. */
const sheet: Sheet = { width: 1600, height: 1131 };

const middle = sheet.width / 2;
const margin = 116;
const foot = sheet.height - 116;

const communityRoom: Room = { width: 1240, height: 64, largest: 44, smallestOnOneLine: 28 };
const nameRoom: Room = { width: 1330, height: 186, largest: 132, smallestOnOneLine: 76 };
const titleRoom: Room = { width: 1300, height: 118, largest: 76, smallestOnOneLine: 50 };
/** Narrower, so that it stays clear of the QR code. */
const pathRoom: Room = { width: 890, height: 84, largest: 40, smallestOnOneLine: 32 };

export function certificatePicture(facts: CertificatePictureFacts): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d');
  const accent = accentOf(facts.colour);
  drawLandscape(context, sheet, accent);
  drawCairn(context, middle, 250, 0.82, accent);
  drawWords(context, facts, accent);
  drawFoot(context, facts, accent);
  return encodePng(canvas.data(), sheet.width, sheet.height);
}

function drawWords(context: SKRSContext2D, facts: CertificatePictureFacts, accent: string): void {
  const { locale } = facts;
  const plain: Style = { voice: 'sans', weight: 500, optical: 14, colour: paleInk, locale };
  writeInto(context, facts.community, { ...plain, weight: 600, spacing: 0.06 }, communityRoom, middle, 306);

  says(context, 'This certifies that', 398);
  writeInto(
    context,
    facts.name,
    { ...plain, voice: 'serif', weight: 600, optical: 44, colour: ink },
    nameRoom,
    middle,
    510,
  );

  says(context, 'has earned the certificate', 646);
  const title: Style = { ...plain, voice: 'serif', weight: 700, optical: 36, colour: accent };
  writeInto(context, facts.title, title, titleRoom, middle, 731);

  const path = pathLine(facts);
  if (path) writeInto(context, path, plain, pathRoom, middle, 828);
}

function says(context: SKRSContext2D, words: string, baseline: number): void {
  const style: Style = { voice: 'italic', weight: 400, optical: 20, colour: paleInk };
  drawLine(context, setLine(context, words, style), 44, middle, baseline);
}

/** Beside it stands the number. */
const mixWidth = 740;

/** Left when and for what, right how to verify it. */
function drawFoot(context: SKRSContext2D, facts: CertificatePictureFacts, accent: string): void {
  const strong: Style = { voice: 'sans', weight: 600, optical: 14, colour: ink };
  const plain: Style = { ...strong, weight: 500, colour: paleInk };
  const above = foot - 58;
  drawLine(context, setLine(context, dateInWords(facts.on), strong), 44, margin, above, 'left');
  const mix = setLine(context, facts.mix, plain);
  drawLine(context, mix, Math.min(38, mixWidth / mix.width), margin, foot, 'left');

  const edge = sheet.width - margin - 40 - drawProof(context, facts, accent);
  const verify = facts.url ? 'Scan to verify' : 'Verify offline';
  drawLine(context, setLine(context, verify, plain), 38, edge, above, 'right');
  drawLine(context, setLine(context, `No. ${facts.id}`, strong), 44, edge, foot, 'right');
}

/** @returns how wide it is. */
function drawProof(context: SKRSContext2D, { url }: CertificatePictureFacts, accent: string): number {
  const right = sheet.width - margin;
  if (url) return drawQrCode(context, url, right, foot, 212);
  const radius = 104;
  drawSeal(context, right - radius, foot - radius + 8, radius, accent);
  return 2 * radius;
}
