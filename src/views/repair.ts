/** One problem in words an organiser can act on, with the names they see in their server's settings. */
import { certificateRole } from '../domain/binding.ts';
import type { OrganiserProblem, PermissionName } from '../domain/problem.ts';
import { clipped, escaped } from './text.ts';

/** Names by id as the server has them now; undefined where there is none any more. Not escaped. */
export interface Names {
  readonly bot: string;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
  certificate(id: string): string | undefined;
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
      return {
        what: `The role of the certificate ${shown(certificate(problem.certificateId))} was deleted.`,
        todo: 'I do not bring back what somebody deleted. If it was a mistake, have it made again, and whoever earns the certificate gets it.',
        recreates: { binding: certificateRole(problem.certificateId), label: certificate(problem.certificateId) },
      };
    case 'channel-deleted':
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
      return {
        what: `The certificate ${shown(certificate(problem.certificateId))} of one member ${undone[problem.effect]}.`,
        todo: `It was earned by <@${problem.userId}>. ${whyGivenUp[problem.why]} Please do it by hand.`,
      };
  }
}

const permissionLabels: Readonly<Record<PermissionName, string>> = {
  ManageRoles: 'Manage Roles',
  ManageChannels: 'Manage Channels',
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  EmbedLinks: 'Embed Links',
  ReadMessageHistory: 'Read Message History',
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

function unsafe({ why }: Extract<OrganiserProblem, { kind: 'role-unsafe' }>, role: string): string {
  switch (why) {
    case 'elevated':
      return `It carries permissions that a certificate must not bring. Server Settings → Roles → **${role}** → Permissions: switch off what manages, moderates or mentions everyone.`;
    case 'managed':
      return 'It belongs to another application or to Discord itself, which alone can give it.';
    case 'self-assignable':
      return `Members can pick it themselves when they join. Server Settings → Onboarding: take **${role}** out of the answers.`;
  }
}

const undone = {
  'grant-role': 'could not be followed by its role',
  'announce-certificate': 'could not be announced',
} as const;

const whyGivenUp = {
  expired: 'I tried for a week.',
  failed: 'Discord refuses it for good; the log says why.',
} as const;

function shown(name: string): string {
  return escaped(clipped(name, 60));
}
