/** Colours as Discord counts them, made readable on the page's dark ground where they are those of text. */

export const cssColor = number => `#${number.toString(16).padStart(6, '0')}`;

/** The lightest ground on which names stand: a line under the pointer. */
const ground = 0x404249;
/** WCAG's AA for text of ordinary size. */
const least = 4.5;

/** As it is where it can be read, else as much lighter as needed. */
export function readableColor(number) {
  for (let white = 0; white < 1; white += 0.05) {
    const lighter = mixed(number, white);
    if (contrast(lighter, ground) >= least) return cssColor(lighter);
  }
  return '#ffffff';
}

const parts = number => [number >> 16, (number >> 8) & 255, number & 255];

function mixed(number, white) {
  const [red, green, blue] = parts(number).map(part => Math.round(part + (255 - part) * white));
  return (red << 16) | (green << 8) | blue;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(number) {
  const [red, green, blue] = parts(number).map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
