/** What community.yaml says, read but not yet checked against itself and the curriculum. */
import type { CommunityChannel, CommunityRole, MentorPool, OfficeHours } from '../domain/community.ts';
import type { Located, Position } from './problem.ts';

/** A text that others may refer to, or that refers to others. */
type Reference = Located<string>;

export interface RoleDraft {
  readonly at: Position;
  readonly name: Reference;
  readonly paths: readonly Reference[];
  readonly certificates: readonly Reference[];
  readonly plain: Omit<CommunityRole, 'name' | 'paths' | 'certificates'>;
}

export type AudienceDraft = 'everyone' | 'nobody' | readonly Reference[];

export interface ChannelDraft {
  readonly at: Position;
  readonly name: Reference;
  readonly sees: AudienceDraft;
  readonly writes: AudienceDraft;
  readonly plain: Omit<CommunityChannel, 'name' | 'sees' | 'writes'>;
}

export interface CategoryDraft {
  readonly key: string;
  readonly at: Position;
  readonly name: Reference;
  readonly channels: readonly ChannelDraft[];
}

/** Where and for whom a group, office hours or a pool are. */
export interface GatheringDraft {
  readonly paths: readonly Reference[];
  readonly channel: Reference | undefined;
  readonly voice: Reference | undefined;
  readonly role: Reference | undefined;
  readonly plain: Pick<OfficeHours, 'key' | 'title' | 'meets'>;
}

export interface PoolDraft {
  readonly paths: readonly Reference[];
  readonly role: Reference | undefined;
  readonly plain: Omit<MentorPool, 'paths' | 'role'>;
}

export interface CommunityDraft {
  readonly name: string;
  readonly roles: readonly RoleDraft[];
  readonly categories: readonly CategoryDraft[];
  readonly studyGroups: readonly GatheringDraft[];
  readonly officeHours: readonly GatheringDraft[];
  readonly mentorPools: readonly PoolDraft[];
}

export const noCommunity: CommunityDraft = {
  name: '',
  roles: [],
  categories: [],
  studyGroups: [],
  officeHours: [],
  mentorPools: [],
};
