/** Who lives in that year: two who come to whatever stands on Discord's calendar, and an owner who skips and moves meetings. */
import type { Guild, LocalDiscord } from '../../../playground/discord/index.ts';
import type { Random } from '../random.ts';

export interface People {
  /** Skips one of the next meetings, or moves it to a quarter past eight: through a bot that is there and answers. */
  hosts(random: Random): Promise<void>;
  leave(): void;
}

/** They join every group; one of them wants to be reminded by direct message. */
export async function settle(discord: LocalDiscord, guild: Guild): Promise<People> {
  const where = { in: guild.channel('general') };
  const { owner } = guild;
  const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
  const groups = await ada.types('/group join', 'group', '', {}, where);
  for (const { value: group } of groups)
    for (const member of [ada, ben]) {
      const { text } = await member.runs('/group join', { group }, where);
      const roleId = /<@&(\d+)>/.exec(text)?.[1] ?? '';
      await discord.until(() => member.has({ id: roleId }));
    }
  await ben.runs('/me reminders', { where: 'dm' }, where);
  const comes = ({ id }: { readonly id: string }) => [ada, ben].map(member => member.takesInterestIn({ id }));
  guild.scheduledEvents.forEach(comes);
  const leave = discord.subscribe(change => {
    if (change.kind === 'scheduled-event-created') comes(change.event);
  });
  return {
    async hosts(random) {
      const offered = await owner.types('/group skip', 'session', '', {}, where);
      const session = offered[random(Math.min(5, offered.length))]?.value;
      if (session === undefined) throw new Error('There is no meeting to skip');
      if (random(2) === 0) return void (await owner.runs('/group skip', { session }, where));
      const [to] = await owner.types('/group move', 'to', '20:15', { session }, where);
      if (to) await owner.runs('/group move', { session, to: to.value }, where);
    },
    leave,
  };
}
