/** Reads the roles of community.yaml. */
import type { RoleDraft } from './community-drafts.ts';
import { readColour, readEmoji, readName } from './discord-looks.ts';
import { type Entry, readEntries, readFields } from './fields.ts';
import type { Report } from './problem.ts';
import { checkId, readFlag, readReferences } from './scalars.ts';
import type { Value } from './yaml.ts';

const keys = {
  required: ['name'],
  optional: ['emoji', 'colour', 'hoist', 'mentionable', 'paths', 'certificates'],
};

export function readRoles(value: Value | undefined, report: Report): readonly RoleDraft[] {
  return value ? readEntries(value, report).map(entry => readRole(entry, report)) : [];
}

function readRole({ key, at, value }: Entry, report: Report): RoleDraft {
  checkId({ value: key, at }, report);
  const fields = readFields(value, keys, report, at);
  const emoji = readEmoji(fields.get('emoji'), report);
  const colour = readColour(fields.get('colour'), report);
  return {
    at,
    name: readName(fields, report),
    paths: readReferences(fields.get('paths'), report),
    certificates: readReferences(fields.get('certificates'), report),
    plain: {
      key,
      ...(emoji === undefined ? {} : { emoji }),
      ...(colour === undefined ? {} : { colour }),
      hoist: readFlag(fields.get('hoist'), report),
      mentionable: readFlag(fields.get('mentionable'), report),
    },
  };
}
