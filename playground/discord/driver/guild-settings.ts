/** The owner's hand in the guild's settings. */
import { changeGuild } from '../state/guilds/guilds.ts';
import type { GuildRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GuildSwitches } from '../surface/guild-settings.ts';

export function guildSwitches(world: World, guild: GuildRecord): GuildSwitches {
  const setFeature = (feature: string, has: boolean) => {
    const others = guild.settings.features.filter(name => name !== feature);
    changeGuild(world, guild, { settings: { features: has ? [...others, feature] : others } });
  };
  return {
    requireTwoFactor: required => changeGuild(world, guild, { settings: { mfaLevel: required ? 1 : 0 } }),
    requireRules: required => setFeature('MEMBER_VERIFICATION_GATE_ENABLED', required),
    setFeature,
  };
}
