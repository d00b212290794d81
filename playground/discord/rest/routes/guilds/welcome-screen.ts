/** The welcome screen of a community. */
import type { APIGuildWelcomeScreen, RESTPatchAPIGuildWelcomeScreenJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../../errors.ts';
import { has, Permission } from '../../../permissions.ts';
import { changeGuild } from '../../../state/guilds/guilds.ts';
import type { WelcomeScreenRecord } from '../../../state/guilds/welcome-screen-record.ts';
import type { GuildRecord } from '../../../state/records.ts';
import { inGuild } from '../../access.ts';
import { ok, route } from '../../route.ts';

const path = '/guilds/:guild/welcome-screen';
const feature = 'WELCOME_SCREEN_ENABLED';

export const welcomeScreenRoutes = [
  route({
    method: 'GET',
    path,
    answers: 'GuildWelcomeScreenResponseSchema',
    run: call => {
      const { guild, permissions } = inGuild(call);
      const isShown = guild.settings.features.includes(feature) || has(permissions, Permission.manageGuild);
      if (guild.welcomeScreen === undefined || !isShown) throw new Refusal('unknownWelcomeScreen');
      return ok(screenJson(guild.welcomeScreen));
    },
  }),
  route<RESTPatchAPIGuildWelcomeScreenJSONBody>({
    method: 'PATCH',
    path,
    schema: 'WelcomeScreenPatchRequestPartialSchema',
    answers: 'GuildWelcomeScreenResponseSchema',
    run: call => {
      const { guild, needs } = inGuild(call);
      needs(Permission.manageGuild);
      const screen = screenAfter(guild, call.body);
      guild.welcomeScreen = screen;
      const { enabled } = call.body;
      if (enabled != null) {
        const others = guild.settings.features.filter(name => name !== feature);
        changeGuild(call.world, guild, { settings: { features: enabled ? [...others, feature] : others } });
      }
      return ok(screenJson(screen));
    },
  }),
];

function screenAfter(guild: GuildRecord, body: RESTPatchAPIGuildWelcomeScreenJSONBody): WelcomeScreenRecord {
  const { description: text, welcome_channels: channels } = body;
  const now = guild.welcomeScreen ?? { description: null, channels: [] };
  return {
    description: text === undefined ? now.description : text,
    channels:
      channels === undefined
        ? now.channels
        : (channels ?? []).map(({ channel_id: channelId, description, emoji_id, emoji_name }, index) => {
            if (!guild.channels.has(channelId))
              throw invalid(`welcome_channels.${index}.channel_id`, 'CHANNEL_NOT_FOUND', 'Channel could not be found.');
            return { channelId, description, emojiId: emoji_id ?? null, emojiName: emoji_name ?? null };
          }),
  };
}

function screenJson({ description, channels }: WelcomeScreenRecord): APIGuildWelcomeScreen {
  return {
    description,
    welcome_channels: channels.map(({ channelId, description, emojiId, emojiName }) => ({
      channel_id: channelId,
      description,
      emoji_id: emojiId,
      emoji_name: emojiName,
    })),
  };
}
