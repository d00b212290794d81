/** What a new session is told first: READY, then its guilds one by one. */

import { Intent } from '../intents.ts';
import { applicationFlags } from '../serial/application.ts';
import { guildCreateJson } from '../serial/guild.ts';
import { memberJson, ownUserJson } from '../serial/user.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';

export function guildsOf(world: World, session: Session): readonly GuildRecord[] {
  const { id } = session.application.bot;
  return [...world.guilds.values()].filter(guild => guild.members.has(id) && session.covers(guild.id));
}

export function sendReady(session: Session, guilds: readonly GuildRecord[], url: string): void {
  const { application } = session;
  session.dispatch('READY', {
    v: 10,
    user: ownUserJson(application.bot),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: url,
    shard: session.identify.shard,
    application: { id: application.id, flags: applicationFlags(application) },
    private_channels: [],
    presences: [],
    relationships: [],
    _trace: ['local'],
  });
}

/**
 * Whoever may see presences gets every member of a guild that is not large. The others get the bot itself and who is in a
 * voice channel; nobody is ever online here, so that presences stay empty.
 */
export function sendGuild(session: Session, guild: GuildRecord): void {
  const { intents, largeThreshold } = session.identify;
  if ((intents & Intent.guilds) === 0) return;
  const own = guild.members.get(session.application.bot.id);
  const large = guild.members.size > largeThreshold;
  const all = !large && (intents & Intent.guildPresences) !== 0;
  const shown = all ? [...guild.members.values()] : present(guild, own);
  session.dispatch('GUILD_CREATE', { ...guildCreateJson(guild, own), large, members: shown.map(memberJson) });
}

function present(guild: GuildRecord, own: MemberRecord | undefined): readonly MemberRecord[] {
  const inVoice = [...guild.voiceStates.keys()].flatMap(id => guild.members.get(id) ?? []);
  return [...(own === undefined ? [] : [own]), ...inVoice.filter(member => member !== own)];
}
