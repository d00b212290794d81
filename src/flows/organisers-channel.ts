/** The private channel in which what members show of their work is kept. */
import { channelsCairnUses } from '../domain/community.ts';
import { channelBinding } from '../domain/wanted-server.ts';
import { findBinding } from '../store/bindings.ts';
import type { FlowContext } from './context.ts';

/** Its id; undefined where there is none. Whether it is private still is for Discord to say. */
export async function organisersChannel({ db }: FlowContext, guildId: string): Promise<string | undefined> {
  const binding = await findBinding(db, guildId, channelBinding(channelsCairnUses.organisers));
  return binding?.state === 'bound' ? binding.discordId : undefined;
}
