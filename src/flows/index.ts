/** The verbs of Cairn, bound to what they work with. Commands and the dispatcher know nothing beneath. */
import { announceCertificate } from './announce-certificate.ts';
import { askForWork } from './ask-for-work.ts';
import { certificateCredential, certificatePicture } from './certificate-files.ts';
import { checkUp, communityRoles, troubles } from './check-up.ts';
import { choosePath, pickPath } from './choose-path.ts';
import { completeItem } from './complete-item.ts';
import type { FlowContext } from './context.ts';
import { certificates } from './curriculum.ts';
import { declarePrerequisite } from './declare-prerequisite.ts';
import { findPublished, publishedOfMember, suggestIssued } from './find-certificate.ts';
import { followJob } from './follow-job.ts';
import { issueAsTyped, issueCertificate } from './issue-certificate.ts';
import { achievementById, issuerDocument, keySet, publicKey, statusList } from './issuer-documents.ts';
import { pauseJob, resumeJob, showJobs } from './jobs.ts';
import { leavePath } from './leave-path.ts';
import { askNewcomers, planQuestion } from './newcomers.ts';
import { noticesTold, recreate, retryBlocked, untoldNotices } from './organiser-notices.ts';
import { organisersChannel } from './organisers-channel.ts';
import { claimCertificate, openCertificate, signedFile } from './own-certificate.ts';
import { planSetup } from './plan-setup.ts';
import { lookedAt, sampleReviews } from './review-ticks.ts';
import { findToRevoke, revokeCertificate } from './revoke-certificate.ts';
import { seeRoles } from './see-roles.ts';
import { shareCertificate } from './share-certificate.ts';
import { showAudit } from './show-audit.ts';
import { showCertificates } from './show-certificates.ts';
import { listPaths, showPath } from './show-path.ts';
import { showProgress } from './show-progress.ts';
import { showWork } from './show-work.ts';
import { startRolePasses } from './start-role-passes.ts';
import { startSetup } from './start-setup.ts';
import { suggestDoneItems, suggestOpenItems, suggestOwnPaths, suggestPaths } from './suggest.ts';
import { undoItem } from './undo-item.ts';
import { verifyCertificate } from './verify-certificate.ts';

const verbs = {
  achievementById,
  announceCertificate,
  askNewcomers,
  askForWork,
  certificateCredential,
  certificatePicture,
  certificates,
  checkUp,
  choosePath,
  claimCertificate,
  communityRoles,
  completeItem,
  declarePrerequisite,
  followJob,
  findPublished,
  findToRevoke,
  issueAsTyped,
  issueCertificate,
  issuerDocument,
  keySet,
  leavePath,
  listPaths,
  lookedAt,
  noticesTold,
  organisersChannel,
  pauseJob,
  openCertificate,
  pickPath,
  publicKey,
  publishedOfMember,
  planQuestion,
  planSetup,
  recreate,
  resumeJob,
  retryBlocked,
  seeRoles,
  revokeCertificate,
  shareCertificate,
  sampleReviews,
  showAudit,
  showJobs,
  startRolePasses,
  startSetup,
  showCertificates,
  showPath,
  showProgress,
  signedFile,
  statusList,
  showWork,
  suggestDoneItems,
  suggestIssued,
  suggestOpenItems,
  suggestOwnPaths,
  suggestPaths,
  troubles,
  undoItem,
  untoldNotices,
  verifyCertificate,
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
