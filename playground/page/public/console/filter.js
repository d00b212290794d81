/** Which lines of the traffic are shown. */

/** Every word must occur in the line's name, path, status, reason or problems. */
export function matches(line, { words = '', direction = '', onlyProblems = false }) {
  if (direction && line.direction !== direction) return false;
  if (onlyProblems && line.problems.length === 0 && !(line.status >= 400)) return false;
  const { name, path = '', status = '', code = '', reason = '', problems } = line;
  const text = [name, path, status, code, reason, ...problems].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
