/** Rules that community.yaml keeps with the curriculum and within itself: what it names exists, and fits on a server. */
import { checkAudiences } from './check-audiences.ts';
import { checkRoles } from './check-roles.ts';
import type { ChannelDraft, CommunityDraft, GatheringDraft } from './community-drafts.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Reference } from './drafts.ts';
import type { Known } from './known.ts';
import { lineOf, type Position, type Report } from './problem.ts';

/** Discord's limits for a server. Its own role @everyone counts as one; a category is a channel, too. */
const most = { roles: 249, channels: 500, inCategory: 50 };

export function checkCommunity(community: CommunityDraft, known: Known, report: Report): void {
  const { roles, categories, studyGroups, officeHours, mentorPools } = community;
  const channels = categories.flatMap(category => category.channels);
  checkAmounts(community, report);
  checkNames(roles, 'role', report);
  checkNames(categories, 'category', report);
  checkNames(channels, 'channel', report);
  const byKey = checkKeys(channels, report);
  checkRoles(community, known, report);
  checkAudiences(community, report);
  for (const { paths } of [...studyGroups, ...mentorPools]) paths.forEach(known.path);
  for (const gathering of [...studyGroups, ...officeHours]) checkPlace(gathering, byKey, report);
}

function checkAmounts({ roles, categories }: CommunityDraft, report: Report): void {
  const tooMany = (at: Position | undefined, allowed: string) => {
    if (at) report('amount', at, `Discord allows ${allowed}; this is one too many. Remove some.`);
  };
  tooMany(roles[most.roles]?.at, `${most.roles} roles beside @everyone`);
  const all = categories.flatMap(({ at, channels }) => [at, ...channels.map(channel => channel.at)]);
  tooMany(all[most.channels], `${most.channels} channels and categories together`);
  for (const { channels } of categories)
    tooMany(channels[most.inCategory]?.at, `${most.inCategory} channels in a category`);
}

/** Members and organisers tell them apart by nothing else. */
function checkNames(things: readonly { readonly name: Reference }[], what: string, report: Report): void {
  const taken = new Map<string, Position>();
  for (const { name } of things) {
    const folded = name.value.toLowerCase();
    const first = taken.get(folded);
    if (first)
      report('nameTaken', name.at, `The ${what} on line ${lineOf(first)} is called "${name.value}" too. Rename one.`);
    else if (folded !== '') taken.set(folded, name.at);
  }
}

function checkKeys(channels: readonly ChannelDraft[], report: Report): ReadonlyMap<string, ChannelDraft> {
  const found = new Map<string, ChannelDraft>();
  for (const channel of channels) {
    const { key } = channel.plain;
    const first = found.get(key);
    if (first)
      report(
        'channelOnce',
        channel.at,
        `The channel on line ${lineOf(first.at)} has the key "${key}" too. Change one.`,
      );
    else found.set(key, channel);
  }
  return found;
}

function checkPlace(
  { channel, voice }: GatheringDraft,
  channels: ReadonlyMap<string, ChannelDraft>,
  report: Report,
): void {
  for (const [reference, kind] of [
    [channel, 'text'],
    [voice, 'voice'],
  ] as const) {
    if (!reference) continue;
    const found = channels.get(reference.value);
    if (!found)
      report(
        'reference',
        reference.at,
        `There is no channel "${reference.value}" in this file.${didYouMean(reference.value, channels.keys())}`,
      );
    else if (found.plain.kind !== kind)
      report(
        'channelKind',
        reference.at,
        `"${reference.value}" is a ${found.plain.kind} channel; here a ${kind} channel is meant. Name another.`,
      );
  }
}
