/** One problem in words an organiser can act on, with the names they see in their server's settings. */
import { certificatesChannel } from '../domain/binding.ts';
import { communityKey, proposedOf, roleOfProposed } from '../domain/groups/group.ts';
import type { OrganiserProblem, PermissionName } from '../domain/problem.ts';
import { clipped, escaped } from './text.ts';

/** Names by id as the server has them now; undefined where there is none any more. Not escaped. */
export interface Names {
  readonly bot: string;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
  certificate(id: string): string | undefined;
  /** Of the community's file, by its key. */
  group(key: string): string | undefined;
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
  const group = (key: string) => shown(names.group(key) ?? proposedOf(roleOfProposed(key)) ?? key);
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
    case 'channel-not-set-up':
      return {
        what: `I have nowhere to say when groups meet: this server has no channel ${shown(keyOf(problem.binding))}.`,
        todo: 'Run `/admin setup`: it makes the channel, or adopts one of yours. Until then I stay silent about them.',
      };
    case 'pings-disabled':
      return {
        what: `The channel ${shown(keyOf(problem.binding))} is gone, so ${problem.groupKey === communityKey ? 'I no longer post the weekly digest' : `I no longer say when ${group(problem.groupKey)} meets`}.`,
        todo: 'Discord told me so twice, at least an hour apart. Have the channel made again, or pick another in `/admin setup`: then I speak again.',
        recreates: { binding: problem.binding, label: `#${keyOf(problem.binding)}` },
      };
    case 'ping-mute':
      return {
        what: `My ping of the role ${role(problem.roleId)} in ${channel(problem.channelId)} rings nobody’s phone.`,
        todo: `Either: Server Settings → Roles → **${role(problem.roleId)}** → **Allow anyone to @mention this role**. Or: ${channel(problem.channelId)} → Edit Channel → Permissions: add **${shown(names.bot)}** and allow **Mention @\u200beveryone, @\u200bhere and All Roles**.`,
      };
    case 'ping-unseen':
      return {
        what: `The role ${role(problem.roleId)} does not see ${channel(problem.channelId)}: my ping there misses everybody who sees it by no other role.`,
        todo: `${channel(problem.channelId)} → Edit Channel → Permissions: add the role **${role(problem.roleId)}** and allow **View Channel**.`,
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
    case 'event-limit':
      return {
        what: 'I cannot show all meetings under Events: this server has close to 100, as many as Discord allows.',
        todo: 'Events, at the top of the channel list: delete what nobody needs. The nearest meetings come first, and pings go out all the same.',
      };
    case 'event-impossible':
      return impossibleEvent(problem, shown(problem.title));
    case 'pings-suppressed': {
      const of = problem.groupKey === communityKey ? '' : ` of the group ${group(problem.groupKey)}`;
      return {
        what: `I did not say everything${of} that was due.`,
        todo: `${whySuppressed[problem.why]} \`/schedule explain\` shows what it was.`,
      };
    }
    case 'two-factor':
      return {
        what: 'This server asks its moderators for two-factor authentication, and my owner has none.',
        todo: `Whoever owns the application ${shown(names.bot)} must switch it on: User Settings → My Account.`,
      };
    case 'given-up':
      return givenUp(problem, certificate);
  }
}

function givenUp(
  problem: Extract<OrganiserProblem, { kind: 'given-up' }>,
  certificate: (id: string) => string,
): Repair {
  const why = whyGivenUp[problem.why];
  switch (problem.effect) {
    case 'sync-roles':
      return {
        what: 'I could not set the roles of one member right.',
        todo: `It is <@${problem.userId}>. ${why} Please look at their roles.`,
      };
    case 'announce-certificate':
      return {
        what: `The certificate ${shown(certificate(problem.certificateId))} of one member could not be announced.`,
        todo: `It was earned by <@${problem.userId}>. ${why} Please do it by hand.`,
      };
    case 'group-proposal':
      return {
        what: 'I could not post about a group that a member proposed.',
        todo: `${why} \`/group list\` shows what waits for your decision, and what was decided.`,
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
  CreateEvents: 'Create Events',
  Connect: 'Connect',
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
  const what = `The ${kind === 'category' ? 'category' : 'channel'} ${shown(key)} was deleted.`;
  if (kind === 'category')
    return { what, todo: 'I do not bring back what somebody deleted. If it was a mistake, pick it in `/admin setup`.' };
  return {
    what,
    todo: 'I do not bring back what somebody deleted. If it was a mistake, have it made again, or pick another in `/admin setup`.',
    recreates: { binding, label: `#${key}` },
  };
}

function deletedRole(key: string, role: OwnRole | undefined): Repair {
  const name = role?.name ?? key;
  if (role && !role.isCertificate) {
    return {
      what: `The role ${shown(name)} was deleted.`,
      todo: 'I do not bring back what somebody deleted. If it was a mistake, `/admin setup` makes it again, and whoever is on its path or in its group gets it.',
    };
  }
  const group = proposedOf(key);
  if (!role && group !== undefined) {
    return {
      what: `The role of the study group ${shown(group)} was deleted.`,
      todo: 'I do not bring back what somebody deleted. If it was a mistake, have it made again, and whoever is in the group gets it.',
      recreates: { binding: `role:${key}`, label: group },
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

function impossibleEvent(
  { planned, why }: Extract<OrganiserProblem, { kind: 'event-impossible' }>,
  title: string,
): Repair {
  const session = `The session planned for ${planned.replace('T', ', ')}`;
  if (why === 'begun')
    return {
      what: `An event of ${title} was moved by hand, and its session has begun without it.`,
      todo: `${session} stayed as it was, and I neither begin nor end the event. If you meet at its time, begin it by hand; if not, delete it.`,
    };
  return {
    what: `Somebody moved an event of ${title} to where its session could not follow.`,
    todo: `${session} stays as it is: ${whyImpossible[why]} Move the event back, or move the session with \`/group move\`.`,
  };
}

const whyImpossible = {
  past: 'that time has passed.',
  'too-far': 'it can be moved by 14 days at most.',
  taken: 'the group had another meeting at that time.',
  twice: 'the clocks go back then, so that this time comes twice, and I can only mean the first.',
} as const;

const whySuppressed: Readonly<Record<Extract<OrganiserProblem, { kind: 'pings-suppressed' }>['why'], string>> = {
  'not-running': 'I was not running, and came back when it was too late. Whoever runs me can find out why.',
  unreachable: 'Discord could not be reached until it was too late. There is nothing to repair.',
  late: 'I came to it too late. If it happens again, whoever runs me should look at the log.',
  blocked: 'Something had to be repaired first, and was not in time. I have told you what, or `/admin doctor` does.',
  failed: 'Discord refuses it for good; the log says why.',
};

const whyGivenUp = {
  expired: 'I tried for a week.',
  failed: 'Discord refuses it for good; the log says why.',
} as const;

/** "new-grads" of "channel:new-grads". */
function keyOf(binding: string): string {
  return binding.replace(/^\w+:/, '');
}

function shown(name: string): string {
  return escaped(clipped(name, 60));
}
