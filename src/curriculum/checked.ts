/** Files' texts → curriculum and community, after every rule has been asked. */
import { assemble } from './assemble.ts';
import { assembleCommunity } from './assemble-community.ts';
import type { Written } from './catalogue.ts';
import { checkCertificates, checkReferenceLists } from './check-certificates.ts';
import { checkCommunity } from './check-community.ts';
import { checkItems } from './check-items.ts';
import { checkPaths } from './check-paths.ts';
import { checkSources } from './check-sources.ts';
import { draftFiles } from './draft-files.ts';
import type { Files } from './files.ts';
import { checkItemFiles } from './kinds.ts';
import { knowing } from './known.ts';
import type { Report } from './problem.ts';

/** What it returns is sound only if nothing was reported. */
export function readChecked(files: Files, digest: string, report: Report): () => Written {
  const drafts = draftFiles(files, report);
  const known = knowing(drafts, report);
  checkItemFiles(drafts, files, report);
  checkSources(drafts, report);
  checkItems(drafts, known, report);
  checkPaths(drafts, known, report);
  checkCertificates(drafts, known, report);
  checkReferenceLists(drafts, known);
  checkCommunity(drafts.community, known, report);
  return () => ({ catalogue: assemble(drafts, digest), community: assembleCommunity(drafts.community) });
}
