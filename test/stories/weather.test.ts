/** Discord in bad weather: what was acknowledged is kept, what was promised happens once, and nobody is bothered. */
import { describe, expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { type PatientLearner, patientLearner } from '../support/patient-learner.ts';
import { randomFrom } from '../support/random.ts';
import { type Forecast, weatherOver } from '../support/weather.ts';
import { witnessed } from '../support/witness.ts';
import type { World } from '../support/world.ts';

const title = 'Distributed Systems Leader';
const names = ['ada', 'ben', 'cleo'];
/** An organiser must hear of the first; Cairn promises to stay far below the second (the ban comes at 10,000). */
const realTrouble = /I lack the permission Manage Roles/;
const fewRefusals = 100;
const fewIdentifies = 20;

/** One path from its choice to the announcement, with second thoughts on the way. */
async function walks(learner: PatientLearner, items: readonly string[], seed: number): Promise<void> {
  const random = randomFrom(seed);
  await learner.chooses('level-leader');
  for (const item of items) {
    await learner.finishes(item);
    if (random(4) > 0) continue;
    await learner.takesBack(item);
    await learner.finishes(item);
  }
  await learner.announces();
}

/** Until the outbox has nothing to do; what makes time pass is a command of a member. */
async function allSettled({ app, guild }: World): Promise<void> {
  while ((await app.outbox()).some(({ dueAt }) => dueAt !== undefined))
    await guild.member('ada').runs('/progress show');
}

async function livesThrough(forecast: Forecast) {
  const witness = await witnessed(title, {
    skew: forecast.skew,
    strict: { earlyRetries: true },
    gateway: { heartbeatInterval: 2_500 },
  });
  const { world } = witness;
  const { discord, guild, app } = world;
  const items = (await loadCurriculum('data')).certificates.get('leader')?.itemIds ?? [];
  const weather = weatherOver(world, forecast);
  const learners = names.map(name =>
    patientLearner({ discord, member: world.member(name), acknowledged: weather.passes }),
  );
  await Promise.all(learners.map((learner, index) => walks(learner, items, forecast.seed + index)));
  weather.clears();
  await discord.until(() => learners.every(({ member }) => member.has(title)));
  await allSettled(world);
  await discord.idle();

  const kept = await witness.onRecord(learners);
  const answers = await Promise.all(learners.map(({ member }) => member.runs('/progress show')));
  const outbox = await app.outbox();
  await world.close();
  return { witness, learners, guild, discord, kept, answers, outbox, fronts: weather.fronts };
}

describe.concurrent('a path to its certificate in bad weather', () => {
  test.each<Forecast>([
    { seed: 7, skew: 0 },
    { seed: 10, skew: -30 },
    { seed: 22, skew: 45 },
    { seed: 21, skew: -90 },
  ])('seed $seed, with Discord’s clock $skew seconds ahead', { timeout: 300_000 }, async forecast => {
    const after = await livesThrough(forecast);
    const { witness, learners, guild, discord, fronts } = after;
    const where = `after ${fronts.join(', ')}`;
    expect(after.kept, where).toEqual(learners.map(({ done }) => done));
    expect(witness.grants.toSorted(), where).toEqual(names);
    expect(witness.announced().toSorted(), where).toEqual(names);
    expect(
      guild.roles.filter(({ name }) => name === title),
      where,
    ).toHaveLength(1);
    expect(
      guild.channels.filter(({ name }) => name === 'certificates'),
      where,
    ).toHaveLength(1);
    expect(new Set(after.outbox.map(({ state }) => state)), where).toEqual(new Set(['delivered']));

    const told = witness.told();
    const hadCause = fronts.includes('an organiser takes a permission');
    expect(told.length, where).toBeLessThanOrEqual(hadCause ? 1 : 0);
    for (const text of told) expect(text, where).toMatch(realTrouble);
    expect(witness.complaints, where).toEqual([]);
    expect(discord.earlyRequests, where).toBe(0);
    expect(discord.invalidRequests, where).toBeLessThan(fewRefusals);
    expect(discord.gateway.identifies, where).toBeLessThanOrEqual(fewIdentifies);
    for (const { text } of after.answers) expect(text, where).toContain('100% · 7 of 7');
  });
});
