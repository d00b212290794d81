/** Commands with the app that offers them. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Guild, LocalDiscord, OfferedCommand } from '../../discord/index.ts';

export interface PageCommand {
  readonly application: { readonly id: string; readonly name: string; readonly botId: string };
  readonly command: APIApplicationCommand;
}

export function offered(
  discord: LocalDiscord,
  guild: Guild,
  commands: readonly OfferedCommand[],
): readonly PageCommand[] {
  return commands.map(({ applicationId, command }) => {
    const { id, name, botUserId } = discord.application(applicationId);
    const bot = guild.members.find(member => member.id === botUserId);
    return { application: { id, name: bot?.displayName ?? name, botId: botUserId }, command };
  });
}
