/** Rules for certificates: each asks for exactly what its path counts. Reference lists are looked up here too. */
import { placesOf } from './check-paths.ts';
import { didYouMean } from './did-you-mean.ts';
import type { CertificateDraft, Drafts, PathDraft } from './drafts.ts';
import type { Known } from './known.ts';
import type { Report } from './problem.ts';

export function checkCertificates(drafts: Drafts, known: Known, report: Report): void {
  const closed = new Map<string, string>();
  for (const certificate of drafts.certificates) {
    certificate.completed?.paths.forEach(known.path);
    certificate.items.forEach(known.item);
    checkShown(certificate, drafts, report);
    const path = known.path(certificate.path);
    if (!path || !certificate.path) continue;
    const other = closed.get(path.id);
    if (other)
      report('certificateOnce', certificate.path.at, `"${other}" closes "${path.id}" already. Name another path.`);
    closed.set(path.id, certificate.id);
    checkList(certificate, path, report);
    if (path.kind === 'track' && !certificate.completed)
      report(
        'trackCertificate',
        certificate.at,
        'A track’s certificate also asks for a completed path. Add "completed: …".',
      );
  }
}

function checkList(certificate: CertificateDraft, path: PathDraft, report: Report): void {
  const counted = placesOf(path).filter(({ comingSoon }) => !comingSoon);
  const wanted = new Set(counted.map(({ item }) => item.value));
  const listed = new Set<string>();
  for (const { value, at } of certificate.items) {
    if (listed.has(value)) report('certificateItems', at, `"${value}" is listed twice. Remove one.`);
    else if (!wanted.has(value))
      report('certificateItems', at, `"${value}" does not count on the path "${path.id}". Remove it or add it there.`);
    listed.add(value);
  }
  const missing = [...wanted].filter(id => !listed.has(id));
  if (missing.length > 0)
    report('certificateItems', certificate.at, `The path "${path.id}" also counts: ${missing.join(', ')}. Add them.`);
}

/** Nobody is held to what they were never asked for. */
function checkShown({ shown }: CertificateDraft, { header: { kinds } }: Drafts, report: Report): void {
  const listed = new Set<string>();
  for (const { value, at } of shown) {
    const kind = kinds.find(one => one.kind === value);
    const names = kinds.map(one => one.kind);
    if (listed.has(value)) report('shown', at, `"${value}" is listed twice. Remove one.`);
    // Without kinds, what is wrong is curriculum.yaml.
    else if (!kind && kinds.length > 0)
      report(
        'shown',
        at,
        `There is no kind "${value}".${didYouMean(value, names) || ` Known are: ${names.join(', ')}.`}`,
      );
    else if (kind && !kind.work)
      report(
        'shown',
        at,
        `Members are not asked for work of the kind "${value}". Add "work: true" to it in curriculum.yaml.`,
      );
    listed.add(value);
  }
}

export function checkReferenceLists({ references }: Drafts, known: Known): void {
  for (const { entries } of references)
    for (const { item, page } of entries) {
      known.item(item);
      known.page(page);
    }
}
