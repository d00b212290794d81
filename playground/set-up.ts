/** The owner has Cairn set the server up: looks at the plan, lets everybody ping the groups, presses Apply, waits for the end. */
import { setTimeout } from 'node:timers/promises';
import type { Guild, LocalDiscord, Shown } from './discord/index.ts';

/** Milliseconds. */
const aMoment = 200;

export async function setUp(discord: LocalDiscord, guild: Guild): Promise<void> {
  const { owner } = guild;
  let plan = await owner.runs('/admin setup', {}, { in: guild.channel('general') });
  // A first start that was cut off has left it running.
  while (labelled(plan, 'See what runs')) {
    await setTimeout(aMoment);
    plan = await owner.clicks('Look again', plan);
  }
  // The groups' roles are called before a meeting, and that is to be seen here.
  const organisersOnly = labelled(plan, 'Pings: organisers only');
  if (organisersOnly) plan = await owner.clicks(organisersOnly, plan);
  const apply = labelled(plan, 'Apply');
  if (!apply) return;
  await owner.clicks(apply, plan);
  await discord.until(() => owner.sees().some(shown => shown.message?.id === plan.message?.id && !isUnderWay(shown)));
}

const isUnderWay = (shown: Shown) => labelled(shown, 'Apply') ?? labelled(shown, 'Pause');

const labelled = ({ buttons }: Shown, start: string) => buttons.find(({ label }) => label.startsWith(start))?.label;
