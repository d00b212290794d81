/**
 * Events may be lost or come in the wrong order, and then the cache says no for ever. It is believed the first time;
 * for whoever is kept waiting again, Discord itself is asked.
 */
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { Sending } from './sending.ts';

export async function confirmed(
  { guild, again }: Pick<Sending, 'guild' | 'again'>,
  obstacle: () => OrganiserProblem | undefined,
): Promise<OrganiserProblem | undefined> {
  const problem = obstacle();
  if (!problem || !again) return problem;
  await Promise.all([guild.roles.fetch(), guild.channels.fetch(), guild.members.fetchMe({ force: true })]);
  return obstacle();
}
