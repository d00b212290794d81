/** Files' texts → the curriculum, after every rule has been asked. */
import { assemble } from './assemble.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCertificates, checkReferenceLists } from './check-certificates.ts';
import { checkItems } from './check-items.ts';
import { checkPaths } from './check-paths.ts';
import { draftFiles } from './draft-files.ts';
import type { Files } from './files.ts';
import { knowing } from './known.ts';
import type { Report } from './problem.ts';

/** What it returns is sound only if nothing was reported. */
export function readChecked(files: Files, digest: string, report: Report): () => Catalogue {
  const drafts = draftFiles(files, report);
  const known = knowing(drafts, report);
  checkItems(drafts, known, report);
  checkPaths(drafts, known, report);
  checkCertificates(drafts, known, report);
  checkReferenceLists(drafts, known);
  return () => assemble(drafts, digest);
}
