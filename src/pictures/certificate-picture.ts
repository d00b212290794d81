/** The certificate itself: what stands where on the sheet. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawCairn } from './cairn.ts';
import type { CertificateFacts } from './facts.ts';
import { drawLandscape, type Sheet } from './landscape.ts';
import { accentOf, ink, paleInk } from './palette.ts';
import { drawQrCode } from './qr-code.ts';
import { drawLine, type Style, setLine } from './typeset.ts';
import { dateInWords, evidenceMix, pathLine } from './wording.ts';
import { type Room, writeInto } from './write-into.ts';

/** A4 across, so that it prints as it is. */
export const sheet: Sheet = { width: 1600, height: 1131 };

const middle = sheet.width / 2;
const margin = 120;
const foot = sheet.height - 112;

const nameRoom: Room = { width: 1340, height: 190, largest: 128, smallestOnOneLine: 76 };
const titleRoom: Room = { width: 1300, height: 130, largest: 74, smallestOnOneLine: 50 };
const communityRoom: Room = { width: 1100, height: 70, largest: 40, smallestOnOneLine: 26 };

export async function certificatePicture(facts: CertificateFacts): Promise<Uint8Array> {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d');
  const accent = accentOf(facts.family);
  drawLandscape(context, sheet, accent);
  drawCairn(context, middle, 272, 0.92, accent);
  drawWords(context, facts, accent);
  drawFoot(context, facts);
  return await canvas.encode('png');
}

function drawWords(context: SKRSContext2D, facts: CertificateFacts, accent: string): void {
  const { locale } = facts;
  const community: Style = { voice: 'sans', weight: 600, optical: 14, colour: paleInk, spacing: 0.06, locale };
  writeInto(context, facts.community, community, communityRoom, middle, 322);

  says(context, 'This certifies that', 408);
  const name: Style = { voice: 'serif', weight: 600, optical: 44, colour: ink, locale };
  writeInto(context, facts.name, name, nameRoom, middle, 515);

  says(context, 'has earned the certificate', 652);
  const title: Style = { voice: 'serif', weight: 700, optical: 36, colour: accent, locale };
  writeInto(context, facts.title, title, titleRoom, middle, 734);

  const path = pathLine(facts);
  const plain: Style = { voice: 'sans', weight: 500, optical: 14, colour: paleInk, locale };
  const room: Room = { width: 980, height: 90, largest: 38, smallestOnOneLine: 28 };
  if (path) writeInto(context, path, plain, room, middle, 822);
}

function says(context: SKRSContext2D, words: string, baseline: number): void {
  const style: Style = { voice: 'italic', weight: 400, optical: 20, colour: paleInk };
  drawLine(context, setLine(context, words, style), 40, middle, baseline);
}

function drawFoot(context: SKRSContext2D, facts: CertificateFacts): void {
  const strong: Style = { voice: 'sans', weight: 600, optical: 14, colour: ink };
  const plain: Style = { voice: 'sans', weight: 500, optical: 14, colour: paleInk };
  drawLine(context, setLine(context, dateInWords(facts.on), strong), 40, margin, foot - 54, 'left');
  drawLine(context, setLine(context, evidenceMix(facts), plain), 34, margin, foot, 'left');

  const right = sheet.width - margin;
  const side = facts.url ? drawQrCode(context, facts.url, sheet.width - 76, sheet.height - 76, 270) + 20 : margin;
  const edge = facts.url ? sheet.width - 76 - side : right;
  drawLine(
    context,
    setLine(context, facts.url ? 'Scan to verify' : 'Verify offline, with the signed credential', plain),
    34,
    edge,
    foot - 54,
    'right',
  );
  drawLine(context, setLine(context, `No. ${facts.id}`, strong), 40, edge, foot, 'right');
}
