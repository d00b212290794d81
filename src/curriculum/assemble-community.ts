/** A checked draft → the community as a plain value. */
import type { Audience, Community, OfficeHours, StudyGroup } from '../domain/community.ts';
import type { AudienceDraft, CommunityDraft, GatheringDraft } from './community-drafts.ts';
import type { Reference } from './drafts.ts';

export function assembleCommunity(draft: CommunityDraft): Community {
  return {
    name: draft.name,
    roles: draft.roles.map(({ name, paths, certificates, plain }) => ({
      ...plain,
      name: name.value,
      paths: valuesOf(paths),
      certificates: valuesOf(certificates),
    })),
    categories: draft.categories.map(({ key, name, channels }) => ({
      key,
      name: name.value,
      channels: channels.map(channel => ({
        ...channel.plain,
        name: channel.name.value,
        sees: audienceOf(channel.sees),
        writes: audienceOf(channel.writes),
      })),
    })),
    studyGroups: draft.studyGroups.map(group => ({
      ...placed(group),
      paths: valuesOf(group.paths),
      ...(group.role ? { role: group.role.value } : {}),
    })) satisfies readonly StudyGroup[],
    officeHours: draft.officeHours.map(placed),
    mentorPools: draft.mentorPools.map(({ paths, role, plain }) => ({
      ...plain,
      paths: valuesOf(paths),
      ...(role ? { role: role.value } : {}),
    })),
  };
}

function placed({ channel, voice, plain }: GatheringDraft): OfficeHours {
  return { ...plain, channel: channel?.value ?? '', ...(voice ? { voice: voice.value } : {}) };
}

function audienceOf(audience: AudienceDraft): Audience {
  return typeof audience === 'string' ? audience : valuesOf(audience);
}

function valuesOf(references: readonly Reference[]): readonly string[] {
  return references.map(({ value }) => value);
}
