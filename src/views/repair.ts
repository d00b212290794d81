/** One problem in words an organiser can act on, with the names they see in their server's settings. */
import { certificatesChannel } from '../domain/binding.ts';
import type { OrganiserProblem, PermissionName } from '../domain/problem.ts';
import { clipped, escaped } from './text.ts';

/** Names by id as the server has them now; undefined where there is none any more. Not escaped. */
export interface Names {
  readonly bot: string;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
  certificate(id: string): string | undefined;
  /** A role of ours, by its key. */
  ownRole(key: string): OwnRole | undefined;
}

export interface OwnRole {
  readonly name: string;
  readonly isCertificate: boolean;
}

export interface Repair {
  readonly what: string;
  readonly todo: string;
  /** Where the way out is to make something again: its binding, and what it is called on a button. */
  readonly recreates?: { readonly binding: string; readonly label: string };
}

export function repairOf(problem: OrganiserProblem, names: Names): Repair {
  const role = (id: string) => shown(names.role(id) ?? 'a deleted role');
  const channel = (id: string) => shown(`#${names.channel(id) ?? 'deleted-channel'}`);
  const certificate = (id: string) => names.certificate(id) ?? id;
  switch (problem.kind) {
    case 'role-too-high':
      return {
        what: `I cannot give the role ${role(problem.roleId)}: my own is not above it.`,
        todo: `Server Settings → Roles: drag **${role(problem.botRoleId)}** above **${role(problem.roleId)}**.`,
      };
    case 'permission-missing':
      return missingPermission(problem.permission, shown(names.bot), problem.channelId && channel(problem.channelId));
    case 'role-name-taken':
      return {
        what: `There are two roles called ${shown(problem.name)}.`,
        todo: `I made <@&${problem.ownRoleId}> and give only that: <@&${problem.roleId}> was here before and could carry permissions. Rename or delete it if nobody needs it.`,
      };
    case 'channel-name-taken':
      return {
        what: `There are two channels called #${shown(problem.name)}.`,
        todo: `I made <#${problem.ownChannelId}> and post only there: <#${problem.channelId}> was here before. You may rename, move or delete that one, and rename or move mine.`,
      };
    case 'role-unsafe':
      return {
        what: `I no longer give the role ${role(problem.roleId)}.`,
        todo: unsafe(problem, role(problem.roleId)),
      };
    case 'role-deleted':
      return deletedRole(problem.roleKey, names.ownRole(problem.roleKey));
    case 'channel-open':
      return {
        what: `Everybody can read ${channel(problem.channelId)}, where only organisers should.`,
        todo: `${channel(problem.channelId)} → Edit Channel → Permissions: for @\u200beveryone switch off **View Channel**. Until then I keep no files there.`,
      };
    case 'channel-deleted':
      if (problem.binding !== certificatesChannel) return deletedChannel(problem.binding);
      return {
        what: 'The channel in which I announce certificates was deleted.',
        todo: 'I do not bring back what somebody deleted. If it was a mistake, have it made again, and what waits is announced there.',
        recreates: { binding: problem.binding, label: `#${problem.binding.replace(/^\w+:/, '')}` },
      };
    case 'role-limit':
      return {
        what: 'I cannot create a role: this server has 250, as many as Discord allows.',
        todo: 'Server Settings → Roles: delete one that nobody needs.',
      };
    case 'channel-limit':
      return {
        what: 'I cannot create a channel: this server has 500, as many as Discord allows.',
        todo: 'Delete one that nobody needs.',
      };
    case 'two-factor':
      return {
        what: 'This server asks its moderators for two-factor authentication, and my owner has none.',
        todo: `Whoever owns the application ${shown(names.bot)} must switch it on: User Settings → My Account.`,
      };
    case 'given-up':
      return problem.effect === 'sync-roles'
        ? {
            what: 'I could not set the roles of one member right.',
            todo: `It is <@${problem.userId}>. ${whyGivenUp[problem.why]} Please look at their roles.`,
          }
        : {
            what: `The certificate ${shown(certificate(problem.certificateId))} of one member could not be announced.`,
            todo: `It was earned by <@${problem.userId}>. ${whyGivenUp[problem.why]} Please do it by hand.`,
          };
  }
}

const permissionLabels: Readonly<Record<PermissionName, string>> = {
  ManageRoles: 'Manage Roles',
  ManageChannels: 'Manage Channels',
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  CreatePrivateThreads: 'Create Private Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
  ReadMessageHistory: 'Read Message History',
  ManageGuild: 'Manage Server',
};

function missingPermission(permission: PermissionName, bot: string, channel: string | undefined): Repair {
  const label = permissionLabels[permission];
  if (channel)
    return {
      what: `I lack the permission ${label} in ${channel}.`,
      todo: `${channel} → Edit Channel → Permissions: add **${bot}** and allow **${label}**.`,
    };
  return {
    what: `I lack the permission ${label}.`,
    todo: `Server Settings → Roles → **${bot}** → Permissions: switch on **${label}**.`,
  };
}

function deletedChannel(binding: string): Repair {
  const [kind, key = binding] = binding.split(':');
  return {
    what: `The ${kind === 'category' ? 'category' : 'channel'} ${shown(key)} was deleted.`,
    todo: 'I do not bring back what somebody deleted. If it was a mistake, pick it in `/admin setup`.',
  };
}

function deletedRole(key: string, role: OwnRole | undefined): Repair {
  const name = role?.name ?? key;
  if (role && !role.isCertificate) {
    return {
      what: `The role ${shown(name)} was deleted.`,
      todo: 'I do not bring back what somebody deleted. If it was a mistake, `/admin setup` makes it again, and whoever is on its path gets it.',
    };
  }
  return {
    what: `The role of the certificate ${shown(name)} was deleted.`,
    todo: 'I do not bring back what somebody deleted. If it was a mistake, have it made again, and whoever earned the certificate gets it.',
    recreates: { binding: `role:${key}`, label: name },
  };
}

function unsafe({ why }: Extract<OrganiserProblem, { kind: 'role-unsafe' }>, role: string): string {
  switch (why) {
    case 'elevated':
      return `It carries permissions that nobody should get by learning. Server Settings → Roles → **${role}** → Permissions: switch off what manages, moderates or mentions everyone.`;
    case 'everyone':
      return 'Everybody has it already.';
    case 'managed':
    case 'bot':
    case 'integration':
    case 'boosters':
    case 'subscription':
    case 'linked-account':
      return 'It belongs to another application or to Discord itself, which alone can give it.';
    case 'self-assignable':
      return `Members can pick it themselves when they join. Server Settings → Onboarding: take **${role}** out of the answers.`;
  }
}

const whyGivenUp = {
  expired: 'I tried for a week.',
  failed: 'Discord refuses it for good; the log says why.',
} as const;

function shown(name: string): string {
  return escaped(clipped(name, 60));
}
