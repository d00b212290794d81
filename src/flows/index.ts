/** The verbs of Cairn, bound to what they work with. Commands and the dispatcher know nothing beneath. */
import { announceCertificate } from './announce-certificate.ts';
import { askForWork } from './ask-for-work.ts';
import { certificateCredential, certificatePicture } from './certificate-files.ts';
import { checkUp, communityInFile, troubles } from './check-up.ts';
import { choosePath, pickPath } from './choose-path.ts';
import { completeItem } from './complete-item.ts';
import type { FlowContext } from './context.ts';
import { certificates } from './curriculum.ts';
import { declarePrerequisite } from './declare-prerequisite.ts';
import { findPublished, publishedOfMember, suggestIssued } from './find-certificate.ts';
import { followJob } from './follow-job.ts';
import { answerSession } from './groups/answer-session.ts';
import { liftBreak, noteHoliday, pauseGroup, resumeGroup } from './groups/break-group.ts';
import { fetchCalendar, openCalendar } from './groups/calendar-feed.ts';
import { sessionCalendar } from './groups/calendars.ts';
import { changePingRule, showPingRules } from './groups/change-ping-rules.ts';
import { noteHere, takeBackHere } from './groups/check-in.ts';
import { attendance, recentSessions } from './groups/correct-attendance.ts';
import { decideProposal } from './groups/decide-proposal.ts';
import { endGroup } from './groups/end-group.ts';
import { explainSchedule } from './groups/explain-schedule.ts';
import { suggestGroups } from './groups/find-group.ts';
import { forgetEvent } from './groups/forget-event.ts';
import { groupAgenda } from './groups/group-agenda.ts';
import { channelOfGroup } from './groups/group-channel.ts';
import { groupCover } from './groups/group-cover.ts';
import { compareAllEvents, hearOfEvent } from './groups/hear-of-event.ts';
import { hearOfInterest, readInterests } from './groups/hear-of-interest.ts';
import { holdSession, moveSession, skipSession, undoChange } from './groups/host-session.ts';
import { joinGroup } from './groups/join-group.ts';
import { leaveGroup } from './groups/leave-group.ts';
import { listGroups } from './groups/list-groups.ts';
import { mirrorState } from './groups/mirror-state.ts';
import { nameHost } from './groups/name-host.ts';
import { suggestNewTimes, suggestSessions } from './groups/named-sessions.ts';
import { nextMeetings } from './groups/next-meetings.ts';
import { openPing } from './groups/open-ping.ts';
import { openProposal, openProposals } from './groups/open-proposals.ts';
import { openAllSchedules, openSchedules } from './groups/open-schedules.ts';
import { planPings } from './groups/plan-pings.ts';
import { proposeGroup, usualZone } from './groups/propose-group.ts';
import { rehearse } from './groups/rehearse.ts';
import { planCommunityZone, setCommunityZone } from './groups/set-community-zone.ts';
import { forgetMemberZone, memberZone, setMemberZone } from './groups/set-member-zone.ts';
import { setReminders } from './groups/set-reminders.ts';
import { showGroup } from './groups/show-group.ts';
import { snoozeReminder } from './groups/snooze-reminder.ts';
import { suggestBreakDates, suggestDates } from './groups/suggest-dates.ts';
import { suggestZones } from './groups/suggest-zones.ts';
import { liftRest, takeRest } from './groups/take-rest.ts';
import { understandHandEdit } from './groups/understand-hand-edit.ts';
import { weeklyDigest } from './groups/weekly-digest.ts';
import { hearOfDeparture } from './hear-of-departure.ts';
import { hearOfReturn } from './hear-of-return.ts';
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
  liftBreak,
  noteHoliday,
  pauseGroup,
  resumeGroup,
  decideProposal,
  endGroup,
  holdSession,
  moveSession,
  skipSession,
  undoChange,
  nameHost,
  suggestNewTimes,
  suggestSessions,
  openProposal,
  openProposals,
  proposeGroup,
  usualZone,
  compareAllEvents,
  forgetEvent,
  groupCover,
  hearOfDeparture,
  hearOfEvent,
  hearOfInterest,
  hearOfReturn,
  mirrorState,
  readInterests,
  understandHandEdit,
  achievementById,
  announceCertificate,
  answerSession,
  attendance,
  askNewcomers,
  askForWork,
  certificateCredential,
  certificatePicture,
  certificates,
  changePingRule,
  channelOfGroup,
  checkUp,
  choosePath,
  claimCertificate,
  communityInFile,
  completeItem,
  declarePrerequisite,
  explainSchedule,
  followJob,
  forgetMemberZone,
  fetchCalendar,
  findPublished,
  findToRevoke,
  groupAgenda,
  issueAsTyped,
  issueCertificate,
  issuerDocument,
  joinGroup,
  keySet,
  leaveGroup,
  leavePath,
  liftRest,
  listGroups,
  listPaths,
  lookedAt,
  memberZone,
  nextMeetings,
  noteHere,
  noticesTold,
  organisersChannel,
  pauseJob,
  openCalendar,
  openAllSchedules,
  openCertificate,
  openSchedules,
  openPing,
  pickPath,
  publicKey,
  publishedOfMember,
  planPings,
  planCommunityZone,
  planQuestion,
  planSetup,
  recentSessions,
  recreate,
  rehearse,
  resumeJob,
  retryBlocked,
  seeRoles,
  revokeCertificate,
  setCommunityZone,
  setMemberZone,
  setReminders,
  sessionCalendar,
  shareCertificate,
  sampleReviews,
  showAudit,
  showGroup,
  showJobs,
  showPingRules,
  startRolePasses,
  startSetup,
  showCertificates,
  showPath,
  showProgress,
  signedFile,
  snoozeReminder,
  statusList,
  showWork,
  suggestBreakDates,
  suggestDates,
  suggestDoneItems,
  suggestGroups,
  suggestIssued,
  suggestOpenItems,
  suggestOwnPaths,
  suggestPaths,
  suggestZones,
  takeBackHere,
  takeRest,
  troubles,
  undoItem,
  untoldNotices,
  verifyCertificate,
  weeklyDigest,
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
