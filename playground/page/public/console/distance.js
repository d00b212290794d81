/** How far the playground's clock is from the present, in words. */

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "2 days, 3 hours ahead"; undefined for less than a minute. */
export function distanceInWords(ahead) {
  let left = Math.round(Math.abs(ahead) / 60_000) * 60_000;
  const words = [];
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  if (words.length === 0) return undefined;
  return `${words.slice(0, 2).join(', ')} ${ahead > 0 ? 'ahead' : 'behind'}`;
}
