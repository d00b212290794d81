/** Puts the question about paths into the server's onboarding. The questions of others are handed back as they are. */
import type { APIGuildOnboardingPrompt, RESTPutAPIGuildOnboardingJSONBody } from 'discord.js';
import { type Job, type JobProgress, progressOf } from '../../domain/job.ts';
import { type Answer, planQuestion, type QuestionEnd, questionBinding } from '../../domain/newcomers.ts';
import { oursOn } from '../../domain/ours.ts';
import { findBinding, forgetGone, knownOn, markGone } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import { findOrMake } from '../effects/found-or-made.ts';
import { getOnboarding, putOnboarding } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';
import { refresh } from '../look-again.ts';
import { serverOf } from '../server-snapshot.ts';
import { reason } from './reason.ts';
import type { Worker } from './worker.ts';

const title = 'Which path are you on?';
const aMoment = Temporal.Duration.from({ seconds: 3 });

export const askNewcomers: Worker = async (sending, job) => {
  const { db, guild, community } = sending;
  await refresh(guild);
  const server = serverOf(guild);
  if (!server) return { ...progressOf(job), resumeAfter: aMoment };
  const plan = planQuestion(community, server, oursOn(server, await knownOn(db, guild.id)).idOf);
  if (plan.kind !== 'ready') return ended(job, 'stopped', { kind: 'not-asked', plan });

  const { prompts, enabled } = await getOnboarding(sending);
  await forgetDeleted(sending, prompts);
  const found = await findOrMake<{ readonly id: string; readonly title: string }>(sending, {
    binding: questionBinding,
    known: id => prompts.find(one => one.id === id),
    all: async () => (await getOnboarding(sending)).prompts,
    looksMade: one => one.title === title,
    obstacle: () => undefined,
    make: async () => await add(sending, plan.answers),
    unmake: async () => {},
    forbidden: { kind: 'permission-missing', permission: 'ManageGuild' },
    deleted: { kind: 'channel-deleted', binding: questionBinding },
  });
  if (found.kind === 'transient' || found.kind === 'deferred') return { ...progressOf(job), resumeAfter: aMoment };
  if (found.kind !== 'ready') {
    sending.log.warn({ guildId: guild.id, job: job.id, result: found }, 'Discord does not take the question');
    return ended(job, 'stopped', { kind: 'refused' });
  }
  const written = await complete(sending, found.thing.id, plan.answers);
  return { ...ended(job, 'done', { kind: 'asked', isOn: enabled }), written };
};

/** Asked for anew, so that its deletion by hand was meant to be undone. */
async function forgetDeleted({ db, guild }: Sending, prompts: readonly APIGuildOnboardingPrompt[]): Promise<void> {
  const bound = await findBinding(db, guild.id, questionBinding);
  if (!bound || bound.state === 'reserved' || prompts.some(({ id }) => id === bound.discordId)) return;
  await inTransaction(db, async tx => {
    await markGone(tx, guild.id, bound.discordId);
    await forgetGone(tx, guild.id, questionBinding);
  });
}

async function add(sending: Sending, answers: readonly Answer[]): Promise<APIGuildOnboardingPrompt> {
  const { prompts } = await getOnboarding(sending);
  const options = answers.map(optionOf);
  // Discord replaces an id that it does not know by one of its own.
  const own = { id: '0', type: 0, title, options, single_select: false, required: false, in_onboarding: true };
  const after = await putOnboarding(sending, { prompts: [...prompts.map(sent), own] }, reason);
  const made = after.prompts.find(one => !prompts.some(({ id }) => id === one.id));
  if (!made) throw new Error('Discord took the question and does not have it.');
  return made;
}

/** Roles that came later become answers as well; what people made of the others stays. @returns how many requests. */
async function complete(sending: Sending, promptId: string, answers: readonly Answer[]): Promise<number> {
  const { prompts } = await getOnboarding(sending);
  const offered = prompts.flatMap(({ id, options }) => (id === promptId ? options : [])).flatMap(one => one.role_ids);
  const more = answers.filter(({ roleId }) => !offered.includes(roleId)).map(optionOf);
  if (more.length === 0) return 1;
  const changed = prompts.map(prompt =>
    prompt.id === promptId ? { ...sent(prompt), options: [...sent(prompt).options, ...more] } : sent(prompt),
  );
  await putOnboarding(sending, { prompts: changed }, reason);
  return 2;
}

type SentPrompt = NonNullable<RESTPutAPIGuildOnboardingJSONBody['prompts']>[number];

function optionOf({ title: name, emoji, roleId }: Answer): SentPrompt['options'][number] {
  return { title: name, role_ids: [roleId], channel_ids: [], ...(emoji === undefined ? {} : { emoji_name: emoji }) };
}

/** As it was answered, in the form in which it is sent. */
function sent({
  id,
  type,
  title: asks,
  options,
  single_select,
  required,
  in_onboarding,
}: APIGuildOnboardingPrompt): SentPrompt {
  return {
    id,
    type,
    title: asks,
    single_select,
    required,
    in_onboarding,
    options: options.map(({ id: optionId, title: name, description, role_ids, channel_ids, emoji }) => ({
      id: optionId,
      title: name,
      description,
      role_ids,
      channel_ids,
      ...(emoji.id || emoji.name ? { emoji_id: emoji.id, emoji_name: emoji.name, emoji_animated: emoji.animated } : {}),
    })),
  };
}

function ended(job: Job, state: 'done' | 'stopped', outcome: QuestionEnd): JobProgress {
  return { ...progressOf(job), state, done: state === 'done' ? 1 : 0, outcome };
}
