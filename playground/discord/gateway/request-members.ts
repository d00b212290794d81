/** Op 8: members of a guild by name, by id or all of them, in chunks of a thousand. */

import { Intent } from '../intents.ts';
import { memberJson } from '../serial/user.ts';
import { membersNamed } from '../state/members/members.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GatewayRules } from '../surface/gateway.ts';
import { Op } from './rules.ts';
import type { Session } from './session.ts';

type Fields = Readonly<Record<string, unknown>>;

const chunkSize = 1000;
/** Of those found by name or asked for by id. */
const mostFound = 100;
const longestNonce = 32;

/** Discord says nothing to a request it does not serve, which makes bots wait for ever: a violation says why. */
export function createMemberRequests(
  world: World,
  rules: GatewayRules,
  violate: (where: string, problem: string) => void,
): (session: Session, fields: Fields) => void {
  const asked = new Map<string, number>();
  const refuse = (problem: string) => violate('opcode 8', problem);

  return (session, fields) => {
    const { guild_id: guildId, query, limit, user_ids: ids, presences } = fields;
    const { intents } = session.identify;
    const guild = world.guilds.get(String(guildId));
    if (guild === undefined || !guild.members.has(session.application.bot.id) || !session.covers(guild.id))
      return refuse(`guild_id ${String(guildId)} is no guild of this session`);
    if (presences === true && (intents & Intent.guildPresences) === 0)
      return refuse('presences: true needs the intent GUILD_PRESENCES');
    const answer = (members: readonly MemberRecord[], notFound?: readonly string[]) =>
      sendChunks(session, guild, members, {
        ...(notFound !== undefined && notFound.length > 0 && { not_found: notFound }),
        ...(presences === true && { presences: [] }),
        ...nonceOf(fields),
      });
    if (ids !== undefined) {
      const wanted = (Array.isArray(ids) ? ids : [ids]).map(String);
      if (wanted.length > mostFound) return refuse(`user_ids takes at most ${mostFound} ids, not ${wanted.length}`);
      const found = wanted.flatMap(id => guild.members.get(id) ?? []);
      return answer(
        found,
        wanted.filter(id => !guild.members.has(id)),
      );
    }
    if (typeof query !== 'string' || !Number.isInteger(limit)) return refuse('it takes user_ids, or query with limit');
    if (query !== '' || limit !== 0)
      return answer(membersNamed(guild, query, Math.min((limit as number) || mostFound, mostFound)));
    if ((intents & Intent.guildMembers) === 0) return refuse('all members need the intent GUILD_MEMBERS');
    const wait = waitFor(`${session.application.id} ${guild.id}`);
    if (wait === 0) return answer([...guild.members.values()]);
    const meta = { guild_id: guild.id, ...nonceOf(fields) };
    session.dispatch('RATE_LIMITED', { opcode: Op.requestMembers, retry_after: wait, meta });
  };

  /** In seconds of real time; 0 when it may be served, which counts. */
  function waitFor(key: string): number {
    const now = performance.now();
    const until = (asked.get(key) ?? Number.NEGATIVE_INFINITY) + rules.allMembersEvery;
    if (now < until) return Math.ceil(until - now) / 1000;
    asked.set(key, now);
    return 0;
  }
}

/** One that is too long is ignored. */
function nonceOf({ nonce }: Fields): { readonly nonce?: string } {
  return typeof nonce === 'string' && Buffer.byteLength(nonce) <= longestNonce ? { nonce } : {};
}

/** At least one, so that a bot hears that nobody was found. */
function sendChunks(session: Session, guild: GuildRecord, members: readonly MemberRecord[], extra: object): void {
  const count = Math.max(1, Math.ceil(members.length / chunkSize));
  for (let index = 0; index < count; index += 1)
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.slice(index * chunkSize, (index + 1) * chunkSize).map(memberJson),
      chunk_index: index,
      chunk_count: count,
      ...extra,
    });
}
