/** What roles, channels and certificates are called on a server now, for the words that organisers read. */
import type { Guild } from 'discord.js';
import type { Curriculum } from '../../domain/curriculum.ts';
import type { Names } from '../../views/repair.ts';

export function namesOn(guild: Guild, curriculum: Curriculum): Names {
  const { me } = guild.members;
  return {
    bot: me?.roles.botRole?.name ?? me?.displayName ?? 'Cairn',
    role: id => guild.roles.cache.get(id)?.name,
    channel: id => guild.channels.cache.get(id)?.name,
    certificate: id => curriculum.certificates.get(id)?.title,
  };
}
