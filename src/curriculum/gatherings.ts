/** Reads study groups, office hours and mentor pools. */

import { communityKey, officeHoursPrefix } from '../domain/groups/group.ts';
import type { GatheringDraft, PoolDraft } from './community-drafts.ts';
import { type Entry, type Fields, readEntries, readFields } from './fields.ts';
import { readMeetings } from './meetings.ts';
import type { Report } from './problem.ts';
import { checkId, readCount, readReference, readReferences, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const groupKeys = { required: ['title', 'paths', 'channel', 'meets'], optional: ['voice', 'role'] };
const officeHoursKeys = { required: ['title', 'channel', 'meets'], optional: ['voice'] };
/** More would not fit into a button's custom_id, with a session's date and what the button does. */
const longestKey = 32;
const poolKeys = { required: ['title', 'paths', 'aim'], optional: ['role'] };

export function readStudyGroups(value: Value | undefined, report: Report): readonly GatheringDraft[] {
  return entriesOf(value, report).map(entry => {
    checkGroupKey(entry, report);
    return gatheringOf(entry.key, fieldsOf(entry, groupKeys, report), report);
  });
}

export function readOfficeHours(value: Value | undefined, report: Report): readonly GatheringDraft[] {
  return entriesOf(value, report).map(entry => {
    checkLength(entry, report, officeHoursPrefix);
    return gatheringOf(entry.key, fieldsOf(entry, officeHoursKeys, report), report);
  });
}

/** Groups and office hours share their keys on a server, with what is said to the community as a whole. */
function checkGroupKey(entry: Entry, report: Report): void {
  checkLength(entry, report);
  const { key, at } = entry;
  if (key.startsWith(officeHoursPrefix))
    report(
      'groupKey',
      at,
      `"${officeHoursPrefix}…" is what office hours are kept under. Write it under "office_hours", or call it "${key.slice(officeHoursPrefix.length)}".`,
    );
  else if (key === communityKey)
    report(
      'groupKey',
      at,
      `"${communityKey}" is what the whole community is kept under. Call it "${communityKey}-group".`,
    );
}

/** @param prefix stands before it wherever it is kept. */
function checkLength({ key, at }: Entry, report: Report, prefix = ''): void {
  const most = longestKey - prefix.length;
  if (key.length > most)
    report('groupKey', at, `This key has ${key.length} characters, and at most ${most} fit on a button. Shorten it.`);
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
