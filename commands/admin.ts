/** For organisers: setting the server up, what is wrong with it, what runs, what was changed. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import type { RuleChange } from '../src/domain/groups/changing-rules.ts';
import type { MovableRule, RuleName } from '../src/domain/groups/ping-rules.ts';
import { reasonOf } from '../src/domain/issued-certificate.ts';
import type { Job } from '../src/domain/job.ts';
import type { Server } from '../src/domain/server.ts';
import type { DraftChange } from '../src/domain/setup-draft.ts';
import type { PickKind } from '../src/domain/setup-picks.ts';
import { auditMessage } from '../src/views/audit.ts';
import { doctorMessage } from '../src/views/doctor.ts';
import { communityZoneMessage } from '../src/views/groups/community-zone.ts';
import { pingRuleForm } from '../src/views/groups/ping-rule-form.ts';
import { movableNames, pingRulesMessage, ruleChangedMessage, ruleNames } from '../src/views/groups/ping-rules.ts';
import { rehearsalMessage } from '../src/views/groups/rehearsal.ts';
import { zoneChoices } from '../src/views/groups/zones.ts';
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
    ? doctorMessage(await flows.checkUp(now, connection()), now, flows.communityInFile(), locale)
    : serverUnavailableMessage();
};

const jobs = async ({ flows, caller, locale }: Request) => jobsMessage(await flows.showJobs(caller.guildId), locale);

/** A zone's own slashes separate arguments, too. */
const zoneIn = (args: readonly string[]) => (args.length === 0 ? undefined : args.join('/'));

const zone = async ({ flows, caller: { guildId } }: Request, asked?: string) =>
  communityZoneMessage(await flows.planCommunityZone(guildId, asked));

const zones = async ({ flows, typed }: Request & { typed: string }) => zoneChoices(await flows.suggestZones(typed));

const isRule = (name: string): name is RuleName => Object.hasOwn(ruleNames, name);
const isMovable = (name: string): name is MovableRule => Object.hasOwn(movableNames, name);

const pings = async ({ flows, caller }: Request) => pingRulesMessage(await flows.showPingRules(caller.guildId));

const movesPing = ({
  args: [rule = ''],
  fields: { minutes: [minutes = ''] = [], day: [day = ''] = [], at: [at = ''] = [] },
}: {
  readonly args: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
}): RuleChange | undefined => {
  if (!isMovable(rule)) return undefined;
  return rule === 'weekPlan' || rule === 'digest' ? { kind: 'week', rule, day, at } : { kind: 'lead', rule, minutes };
};

const rehearse = async ({ flows, caller, locale }: Request, days = '7') =>
  rehearsalMessage(await flows.rehearse(caller.guildId, days), locale);

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
    pings: { says: 'What I say by the calendar: turn it on or off, or move it', options: {}, run: pings },
    timezone: {
      says: 'The time zone your groups’ times are in; what changing it would move',
      options: {
        zone: { kind: 'text', says: 'A city or a country', suggest: zones },
      },
      run: request => zone(request, request.given.zone),
    },
    rehearse: {
      says: 'What the next days would bring: pings, events, threads, roles. Touches nothing',
      options: { days: { kind: 'text', says: 'How many, 1 to 31; left out: 7' } },
      run: request => rehearse(request, request.given.days),
    },
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
    rehearse: request => rehearse(request, request.args[0]),
    pings,
    'ping-switch': async request => {
      const { flows, caller, args } = request;
      const [rule = '', to] = args;
      if (!isRule(rule)) return await pings(request);
      return ruleChangedMessage(await flows.changePingRule(caller, { kind: 'switch', rule, on: to === 'on' }));
    },
    'ping-form': async request => {
      const [rule = ''] = request.args;
      const { rules } = await request.flows.showPingRules(request.caller.guildId);
      return isMovable(rule) ? pingRuleForm(rule, rules) : pings(request);
    },
    zone: request => zone(request, zoneIn(request.args)),
    'set-zone': async ({ flows, caller, args }) =>
      communityZoneMessage(await flows.setCommunityZone(caller, zoneIn(args) ?? '')),
    looked: async request => {
      const [whose = '', itemId = '', which] = request.args;
      await request.flows.lookedAt(request.caller, whose, itemId);
      return await review(request, which);
    },
  },
  forms: {
    'ping-rule': async request => {
      const change = movesPing(request);
      return change ? ruleChangedMessage(await request.flows.changePingRule(request.caller, change)) : pings(request);
    },
  },
});
