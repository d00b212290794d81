/** The files of the house, as the rules read them. Works without git, and on a tree that is not complete yet. */
import { readdirSync, readFileSync } from 'node:fs';

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What .gitignore names: not ours. */
const ignored = (name: string) => ['node_modules', 'var', '.git', '.env'].includes(name) || name.endsWith('.log');

/** Every text file that is, or could be, tracked. */
export function allFiles(folder = '.'): readonly SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (ignored(entry.name)) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return allFiles(path);
    if (!entry.isFile()) return [];
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? [] : [{ path, text }];
  });
}

export const isCode = ({ path }: SourceFile) => /\.(ts|mts|cts|js|mjs|cjs)$/.test(path);

export const within = (...folders: readonly string[]) => {
  return ({ path }: SourceFile) => folders.some(folder => path.startsWith(`${folder}/`));
};

/** The text without comments and plain strings, which may speak of anything. Templates stay: code hides in them. */
export function codeOf({ text }: SourceFile): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, match =>
    /^['"]/.test(match) ? "''" : '',
  );
}
