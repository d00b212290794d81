/** The page with its hundred modules as one file, for the tests that open it most often: a visit costs a third of it. */
import { readFile } from 'node:fs/promises';
import { pageFiles } from '../../playground/page/files.ts';
import type { PageFile } from '../../playground/page/page-file.ts';
import { bundlePath } from '../beforehand/bundle-page.ts';

export function pageInOneFile(): ReadonlyMap<string, PageFile> {
  const script: PageFile = {
    type: 'text/javascript; charset=utf-8',
    read: async () => new Uint8Array(await readFile(bundlePath)),
  };
  return new Map([...pageFiles(), ['/main.js', script]]);
}
