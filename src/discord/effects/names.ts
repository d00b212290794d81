/** What roles, channels, certificates and groups are called on a server now, for the words that organisers read. */
import type { Guild } from 'discord.js';
import type { Community } from '../../domain/community.ts';
import type { Curriculum } from '../../domain/curriculum.ts';
import { withCertificateRoles } from '../../domain/followed-roles.ts';
import { titleInFile } from '../../domain/groups/group.ts';
import type { Names } from '../../views/repair.ts';

export function namesOn(guild: Guild, curriculum: Curriculum, community: Community): Names {
  const { me } = guild.members;
  const { roles } = withCertificateRoles(community, curriculum);
  return {
    bot: me?.roles.botRole?.name ?? me?.displayName ?? 'Cairn',
    role: id => guild.roles.cache.get(id)?.name,
    channel: id => guild.channels.cache.get(id)?.name,
    certificate: id => curriculum.certificates.get(id)?.title,
    group: key => titleInFile(community, key),
    ownRole: key => {
      const role = roles.find(one => one.key === key);
      return role && { name: role.name, isCertificate: role.certificates.length > 0 };
    },
  };
}
