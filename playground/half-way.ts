/** Takes one member of the community half along a path, through the bot as everybody does. */
import type { Guild, Shown } from './discord/index.ts';

const learner = 'yuki';
const wanted = 'Reliability';
const steps = 14;

export async function walkHalfWay(guild: Guild): Promise<void> {
  const yuki = guild.member(learner);
  const where = { in: guild.channel('questions') };
  // A curriculum of somebody's own may have other paths.
  const [path] = await yuki.types('/path choose', 'path', wanted, {}, where);
  if (!path) return;
  let shown = await yuki.runs('/path choose', { path: path.value }, where);
  for (let step = 0; step < steps && canGoOn(shown); step += 1) {
    shown = await yuki.clicks('Done', shown);
    // What somebody builds is shown.
    if (shown.kind === 'modal') shown = await yuki.submits({ Link: 'https://example.org/yuki' });
  }
}

const canGoOn = ({ buttons }: Shown) => buttons.some(({ label }) => label === 'Done');
