/** The cairn: five stones, as the tab's icon and at the head of each page. */

const stones = [
  [32, 54, 24, 7],
  [30, 42, 19, 6],
  [34, 31, 15, 5.5],
  [31, 21, 11, 5],
  [33, 12, 6.5, 4],
];

const drawn = stones.map(([x, y, rx, ry]) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}"/>`).join('');

export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="#2c7f79">${drawn}</svg>`;

/** Takes the colour of the text around it. */
export const inlineCairn = `<svg class="cairn" viewBox="0 0 64 64" width="32" height="32" fill="currentColor" aria-hidden="true">${drawn}</svg>`;
