/** Reads community.yaml: each section by the reader that knows it. Every section but the name may be left out. */
import { readCategories } from './community-channels.ts';
import type { CommunityDraft } from './community-drafts.ts';
import { readRoles } from './community-roles.ts';
import { readFields } from './fields.ts';
import { readMentorPools, readOfficeHours, readStudyGroups } from './gatherings.ts';
import type { Report } from './problem.ts';
import { readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const keys = {
  required: ['name'],
  optional: ['roles', 'categories', 'study_groups', 'office_hours', 'mentor_pools'],
};

export function readCommunity(value: Value, report: Report): CommunityDraft {
  const fields = readFields(value, keys, report);
  return {
    name: readText(fields.get('name'), report),
    roles: readRoles(fields.get('roles'), report),
    categories: readCategories(fields.get('categories'), report),
    studyGroups: readStudyGroups(fields.get('study_groups'), report),
    officeHours: readOfficeHours(fields.get('office_hours'), report),
    mentorPools: readMentorPools(fields.get('mentor_pools'), report),
  };
}
