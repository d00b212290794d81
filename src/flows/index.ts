/** The verbs of Cairn, bound to what they work with. Commands and the dispatcher know nothing beneath. */
import { announceCertificate } from './announce-certificate.ts';
import { choosePath, pickPath } from './choose-path.ts';
import { completeItem } from './complete-item.ts';
import type { FlowContext } from './context.ts';
import { certificates } from './curriculum.ts';
import { declarePrerequisite } from './declare-prerequisite.ts';
import { leavePath } from './leave-path.ts';
import { noticesTold, recreate, retryBlocked, untoldNotices } from './organiser-notices.ts';
import { restoreRoles } from './restore-roles.ts';
import { showCertificates } from './show-certificates.ts';
import { listPaths, showPath } from './show-path.ts';
import { showProgress } from './show-progress.ts';
import { suggestDoneItems, suggestOpenItems, suggestOwnPaths, suggestPaths } from './suggest.ts';
import { undoItem } from './undo-item.ts';

const verbs = {
  announceCertificate,
  certificates,
  choosePath,
  completeItem,
  declarePrerequisite,
  leavePath,
  listPaths,
  noticesTold,
  pickPath,
  recreate,
  restoreRoles,
  retryBlocked,
  showCertificates,
  showPath,
  showProgress,
  suggestDoneItems,
  suggestOpenItems,
  suggestOwnPaths,
  suggestPaths,
  undoItem,
  untoldNotices,
} as const;

type Verbs = typeof verbs;

/** Each verb without its first parameter, the context. */
export type Flows = {
  readonly [Verb in keyof Verbs]: Verbs[Verb] extends (context: FlowContext, ...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : never;
};

export function bindFlows(context: FlowContext): Flows {
  const bound = Object.entries(verbs).map(([name, verb]) => [
    name,
    (verb as (...args: unknown[]) => unknown).bind(undefined, context),
  ]);
  return Object.freeze(Object.fromEntries(bound)) as Flows;
}
