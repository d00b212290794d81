/** Reads the categories of community.yaml with their channels, and who sees and writes there. */
import { isSeq } from 'yaml';
import type { AudienceDraft, CategoryDraft, ChannelDraft } from './community-drafts.ts';
import { readName, readTextChannelName, readTopic } from './discord-looks.ts';
import { type Entry, readEntries, readFields } from './fields.ts';
import type { Report } from './problem.ts';
import { checkId, readChoice, readReferences } from './scalars.ts';
import type { Value } from './yaml.ts';

const categoryKeys = { required: ['name', 'channels'] };
const channelKeys = { required: ['name'], optional: ['kind', 'topic', 'sees', 'writes'] };
const voiceKeys = { required: ['name'], optional: ['kind', 'sees'] };

export function readCategories(value: Value | undefined, report: Report): readonly CategoryDraft[] {
  return value ? readEntries(value, report).map(entry => readCategory(entry, report)) : [];
}

function readCategory({ key, at, value }: Entry, report: Report): CategoryDraft {
  checkId({ value: key, at }, report);
  const fields = readFields(value, categoryKeys, report, at);
  const channels = fields.get('channels');
  return {
    key,
    at,
    name: readName(fields, report),
    channels: channels ? readEntries(channels, report).map(entry => readChannel(entry, report)) : [],
  };
}

function readChannel({ key, at, value }: Entry, report: Report): ChannelDraft {
  checkId({ value: key, at }, report);
  const kind = kindOf(value, report);
  const fields = readFields(value, kind === 'voice' ? voiceKeys : channelKeys, report, at);
  const sees = readAudience(fields.get('sees'), report) ?? 'everyone';
  const topic = readTopic(fields.get('topic'), report);
  return {
    at,
    name: kind === 'voice' ? readName(fields, report) : readTextChannelName(fields, report),
    sees,
    writes: readAudience(fields.get('writes'), report) ?? sees,
    plain: { key, kind, ...(topic === undefined ? {} : { topic }) },
  };
}

/** Looked up first: it says which other keys there are. What is wrong with those is told later. */
function kindOf(value: Value, report: Report): 'text' | 'voice' {
  const silent = () => {};
  const kind = readFields(value, { required: [], optional: ['kind'] }, silent).get('kind');
  return readChoice(kind, ['text', 'voice'], report) ?? 'text';
}

function readAudience(value: Value | undefined, report: Report): AudienceDraft | undefined {
  if (!value) return undefined;
  return isSeq(value.node) ? readReferences(value, report) : readChoice(value, ['everyone', 'nobody'], report);
}
