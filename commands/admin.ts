/** For organisers: setting the server up, what is wrong with it, what runs, what was changed. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import { reasonOf } from '../src/domain/issued-certificate.ts';
import type { Job } from '../src/domain/job.ts';
import type { Server } from '../src/domain/server.ts';
import type { DraftChange } from '../src/domain/setup-draft.ts';
import type { PickKind } from '../src/domain/setup-picks.ts';
import { auditMessage } from '../src/views/audit.ts';
import { doctorMessage } from '../src/views/doctor.ts';
import { jobsMessage } from '../src/views/jobs.ts';
import { askingMessage, questionMessage } from '../src/views/newcomers.ts';
import { reviewMessage } from '../src/views/review.ts';
import { revocationChoices, revokeMessage } from '../src/views/revocation.ts';
import { changedPlanMessage, planMessage, serverUnavailableMessage } from '../src/views/setup-plan.ts';
import { setupProgressMessage } from '../src/views/setup-progress.ts';

const log = async ({ flows, caller: { guildId } }: Request, before?: string) =>
  auditMessage(await flows.showAudit(guildId, before === undefined ? undefined : Number(before)));

const review = async ({ flows, caller, locale }: Request, which?: string) =>
  reviewMessage(await flows.sampleReviews(caller, which), locale);

const setup = async ({ flows, caller, lookAgain }: Request, change?: DraftChange) => {
  const now = await lookAgain();
  return now ? planMessage(await flows.planSetup(caller, now, change), now) : serverUnavailableMessage();
};

const picking = (kind: PickKind) => (request: Request & { args: readonly string[]; values: readonly string[] }) =>
  setup(request, { kind, part: Number(request.args[0]), values: request.values });

const apply = async (request: Request, fingerprint: string) => {
  const now = await request.lookAgain();
  if (!now) return serverUnavailableMessage();
  const outcome = await request.flows.startSetup(request.caller, now, fingerprint);
  return outcome.kind === 'plan-changed'
    ? changedPlanMessage(outcome.shown, now)
    : following(request, outcome.job, now);
};

async function* following({ flows, caller, locale }: Request, { id }: Job, server: Server) {
  for await (const job of flows.followJob(caller.guildId, id)) yield setupProgressMessage(job, server, locale);
}

const newcomers = async ({ flows, lookAgain }: Request) => {
  const now = await lookAgain();
  return now ? questionMessage(await flows.planQuestion(now), now) : serverUnavailableMessage();
};

const ask = async ({ flows, caller, lookAgain }: Request) => {
  const now = await lookAgain();
  if (!now) return serverUnavailableMessage();
  const outcome = await flows.askNewcomers(caller, now);
  return outcome.kind === 'started' ? asking(flows, outcome.job, now) : questionMessage(outcome, now);
};

async function* asking(flows: Request['flows'], { guildId, id }: Job, now: Server) {
  for await (const job of flows.followJob(guildId, id)) yield askingMessage(job, now);
}

const doctor = async ({ flows, lookAgain, connection, locale }: Request) => {
  const now = await lookAgain();
  return now
    ? doctorMessage(await flows.checkUp(now, connection()), now, flows.communityRoles(), locale)
    : serverUnavailableMessage();
};

const jobs = async ({ flows, caller, locale }: Request) => jobsMessage(await flows.showJobs(caller.guildId), locale);

export const command = defineCommand({
  name: 'admin',
  says: 'For organisers: set up and look after the server',
  needs: 'ManageGuild',
  subcommands: {
    setup: { says: 'Plan roles and channels, then apply the plan', options: {}, run: request => setup(request) },
    doctor: { says: 'What is wrong, and exactly how to repair it', options: {}, run: doctor },
    jobs: { says: 'What runs, and what has run; pause and resume it', options: {}, run: jobs },
    log: { says: 'What organisers have changed: who, when, what', options: {}, run: request => log(request) },
    review: { says: 'A sample of what members have finished', options: {}, run: request => review(request) },
    revoke: {
      says: 'Revoke a certificate; its page stays and says so',
      options: {
        id: { kind: 'text', says: 'Its number (K7QM-2XTD), or the address of its page', required: true },
        reason: { kind: 'text', says: 'As everybody will read it', required: true, choices: revocationChoices },
      },
      run: async ({ flows, caller, given: { id, reason } }) =>
        revokeMessage(await flows.findToRevoke(caller, id), reason),
    },
  },
  components: {
    setup: request => setup(request),
    anew: request => setup(request, { kind: 'anew' }),
    adopt: picking('adopt'),
    recreate: picking('recreate'),
    restore: picking('restore'),
    mentionable: request => setup(request, { kind: 'mentionable', to: request.args[0] === 'yes' }),
    apply: request => apply(request, request.args[0] ?? ''),
    newcomers,
    ask,
    doctor,
    jobs,
    pause: async ({ flows, caller, args: [id], locale }) =>
      jobsMessage(await flows.pauseJob(caller, Number(id)), locale),
    resume: async ({ flows, caller, args: [id], locale }) =>
      jobsMessage(await flows.resumeJob(caller, Number(id)), locale),
    log: request => log(request, request.args[0]),
    review: request => review(request, request.args[0]),
    revoke: async ({ flows, caller, args: [id = '', reason = ''] }) =>
      revokeMessage(await flows.revokeCertificate(caller, id, reasonOf(reason))),
    looked: async request => {
      const [whose = '', itemId = '', which] = request.args;
      await request.flows.lookedAt(request.caller, whose, itemId);
      return await review(request, which);
    },
  },
});
