/** Looks at a picture's pixels. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

export interface Region {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Pixels {
  /** "#rrggbb" */
  colour(x: number, y: number): string;
  readonly width: number;
  readonly height: number;
  /** From 0, black, to 255. */
  lightness(x: number, y: number): number;
  /** How far apart the strongest and the weakest channel are: 0 is grey. */
  colourfulness(x: number, y: number): number;
}

export async function readPixels(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const channel = (x: number, y: number, which: number) => data[4 * (y * width + x) + which] ?? Number.NaN;
  return {
    width,
    height,
    colour: (x, y) => `#${[0, 1, 2].map(at => channel(x, y, at).toString(16).padStart(2, '0')).join('')}`,
    lightness: (x, y) => (channel(x, y, 0) + channel(x, y, 1) + channel(x, y, 2)) / 3,
    colourfulness: (x, y) => {
      const [red, green, blue] = [channel(x, y, 0), channel(x, y, 1), channel(x, y, 2)];
      return Math.max(red, green, blue) - Math.min(red, green, blue);
    },
  };
}

const isInk = (pixels: Pixels, x: number, y: number) => pixels.lightness(x, y) < 110;
const isColour = (pixels: Pixels, x: number, y: number) => pixels.colourfulness(x, y) > 110;

/** The smallest region that holds everything dark, or undefined of a blank one. */
export function inkIn(pixels: Pixels, region: Region): Region | undefined {
  return boundsIn(pixels, region, isInk);
}

/** The same for everything in strong colours. */
export function coloursIn(pixels: Pixels, region: Region): Region | undefined {
  return boundsIn(pixels, region, isColour);
}

function boundsIn(pixels: Pixels, region: Region, is: (pixels: Pixels, x: number, y: number) => boolean) {
  let found: Region | undefined;
  for (let y = region.top; y < region.bottom; y++) {
    for (let x = region.left; x < region.right; x++) {
      if (!is(pixels, x, y)) continue;
      const { left, right, top, bottom } = found ?? { left: x, right: x, top: y, bottom: y };
      found = { left: Math.min(left, x), right: Math.max(right, x), top: Math.min(top, y), bottom: y };
      if (bottom > y) found = { ...found, bottom };
    }
  }
  return found;
}

/** Whether any pixel has exactly this colour, as the inside of a letter or a line has it. */
export function hasColour(pixels: Pixels, region: Region, colour: string): boolean {
  return boundsIn(pixels, region, (_, x, y) => pixels.colour(x, y) === colour) !== undefined;
}

/** The dark pixels of a region as text: equal for equal drawings. */
export function drawingIn(pixels: Pixels, { left, right, top, bottom }: Region): string {
  let drawing = '';
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2) drawing += isInk(pixels, x, y) ? '#' : ' ';
  return drawing;
}
