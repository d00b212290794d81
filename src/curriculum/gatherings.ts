/** Reads study groups, office hours and mentor pools. */
import type { GatheringDraft, PoolDraft } from './community-drafts.ts';
import { type Entry, type Fields, readEntries, readFields } from './fields.ts';
import { readMeetings } from './meetings.ts';
import type { Report } from './problem.ts';
import { checkId, readCount, readReference, readReferences, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const groupKeys = { required: ['title', 'paths', 'channel', 'meets'], optional: ['voice', 'role'] };
const officeHoursKeys = { required: ['title', 'channel', 'meets'], optional: ['voice'] };
const poolKeys = { required: ['title', 'paths', 'aim'], optional: ['role'] };

export function readStudyGroups(value: Value | undefined, report: Report): readonly GatheringDraft[] {
  return entriesOf(value, report).map(entry => gatheringOf(entry.key, fieldsOf(entry, groupKeys, report), report));
}

export function readOfficeHours(value: Value | undefined, report: Report): readonly GatheringDraft[] {
  return entriesOf(value, report).map(entry =>
    gatheringOf(entry.key, fieldsOf(entry, officeHoursKeys, report), report),
  );
}

export function readMentorPools(value: Value | undefined, report: Report): readonly PoolDraft[] {
  return entriesOf(value, report).map(entry => {
    const fields = fieldsOf(entry, poolKeys, report);
    return {
      paths: readReferences(fields.get('paths'), report),
      role: readReference(fields.get('role'), report),
      plain: {
        key: entry.key,
        title: readText(fields.get('title'), report),
        aim: readCount(fields.get('aim'), report),
      },
    };
  });
}

function entriesOf(value: Value | undefined, report: Report): readonly Entry[] {
  return value ? readEntries(value, report) : [];
}

function fieldsOf({ key, at, value }: Entry, keys: Parameters<typeof readFields>[1], report: Report): Fields {
  checkId({ value: key, at }, report);
  return readFields(value, keys, report, at);
}

function gatheringOf(key: string, fields: Fields, report: Report): GatheringDraft {
  return {
    paths: readReferences(fields.get('paths'), report),
    channel: readReference(fields.get('channel'), report),
    voice: readReference(fields.get('voice'), report),
    role: readReference(fields.get('role'), report),
    plain: {
      key,
      title: readText(fields.get('title'), report),
      meets: readMeetings(fields.get('meets'), report),
    },
  };
}
