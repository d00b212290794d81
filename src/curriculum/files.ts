/** Finds the curriculum's files in the data folder and reads them as text. Other files beside them are not its business. */
import { type Dirent, promises as fs } from 'node:fs';
import { type PathKind, pathKinds } from '../domain/curriculum.ts';
import { didYouMean } from './did-you-mean.ts';
import { singleFiles } from './layout.ts';
import type { Report, SourceText } from './problem.ts';

const maxBytes = 256 * 1024;
/** What no text file holds: control characters other than tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Texts by path below the data folder, in path order; undefined for a file that is missing or can't be used. */
export type Files = ReadonlyMap<string, SourceText | undefined>;

export async function readFiles(dir: string, report: Report): Promise<Files> {
  const paths = [...singleFiles, ...(await itemPaths(dir, report)), ...(await pathPaths(dir, report))].sort();
  const texts = await Promise.all(paths.map(path => readText(dir, path, report)));
  return new Map(paths.map((path, index) => [path, texts[index]]));
}

async function itemPaths(dir: string, report: Report): Promise<readonly string[]> {
  const found = await list(dir, 'items', report);
  for (const { name } of found)
    if (!name.endsWith('.yaml'))
      complain(report, `items/${name}`, 'Items are in files named <kind>.yaml. Rename it or move it elsewhere.');
  return found.filter(({ name }) => name.endsWith('.yaml')).map(({ name }) => `items/${name}`);
}

async function pathPaths(dir: string, report: Report): Promise<readonly string[]> {
  const folders = await list(dir, 'paths', report);
  for (const folder of folders)
    if (!folder.isDirectory() || !isPathKind(folder.name))
      complain(
        report,
        `paths/${folder.name}`,
        `Only the folders ${pathKinds.join(', ')} stand here, each with one file per path.${didYouMean(folder.name, pathKinds)}`,
      );
  const found = await Promise.all(pathKinds.map(kind => pathsOfKind(dir, kind, folders, report)));
  return found.flat();
}

async function pathsOfKind(dir: string, kind: PathKind, folders: readonly Dirent[], report: Report) {
  if (!folders.some(folder => folder.name === kind && folder.isDirectory())) return [];
  const found = await list(dir, `paths/${kind}`, report);
  for (const { name } of found)
    if (!name.endsWith('.yaml'))
      complain(report, `paths/${kind}/${name}`, 'A path is a file named <id>.yaml. Rename it or move it elsewhere.');
  return found.filter(({ name }) => name.endsWith('.yaml')).map(({ name }) => `paths/${kind}/${name}`);
}

function isPathKind(name: string): name is PathKind {
  return pathKinds.some(kind => kind === name);
}

async function list(dir: string, folder: string, report: Report): Promise<readonly Dirent[]> {
  try {
    const entries = await fs.readdir(`${dir}/${folder}`, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch {
    complain(report, folder, 'This folder is missing or can’t be read.');
    return [];
  }
}

async function readText(dir: string, path: string, report: Report): Promise<SourceText | undefined> {
  let bytes: Uint8Array;
  try {
    const { size } = await fs.stat(`${dir}/${path}`);
    if (size > maxBytes) {
      const kilobytes = Math.ceil(size / 1024);
      report('fileText', start(path), `The file has ${kilobytes} KB; at most 256 KB are read. Divide it.`);
      return undefined;
    }
    bytes = await fs.readFile(`${dir}/${path}`);
  } catch {
    complain(report, path, 'This file is missing or can’t be read.');
    return undefined;
  }
  return decode(path, bytes, report);
}

function decode(path: string, bytes: Uint8Array, report: Report): SourceText | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    report('fileText', start(path), 'The file is not UTF-8. Save it as UTF-8 text.');
    return undefined;
  }
  const file = { path, text };
  const unprintable = text.startsWith('\ufeff') ? 0 : text.search(control);
  if (unprintable >= 0) {
    const what = unprintable === 0 && text.startsWith('\ufeff') ? 'a byte-order mark' : 'a control character';
    report('fileText', { file, offset: unprintable }, `Here stands ${what}. Save the file as plain UTF-8 text.`);
    return undefined;
  }
  return file;
}

function complain(report: Report, path: string, message: string): void {
  report('filePlace', start(path), message);
}

function start(path: string) {
  return { file: { path, text: '' }, offset: 0 };
}
