/** Discord's final refusals, each with what to do about it. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { IntentsRefused, LineError } from './line-error.ts';

export function tokenError(): LineError {
  return new LineError(
    'Discord refuses the token. Copy it again from the Developer Portal, page "Bot", into DISCORD_TOKEN: resetting it there makes the old one worthless.',
  );
}

/** For a close of the gateway that discord.js does not recover from. */
export function closeError(code: number): LineError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenError();
    case GatewayCloseCodes.DisallowedIntents:
      return new IntentsRefused(
        'Discord refuses the intents (4014). Switch on "Server Members Intent" in the Developer Portal, page "Bot", or remove MEMBER_SYNC.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new LineError(
        'Discord wants this bot to be sharded (4011): it is on more servers than one Cairn can serve.',
      );
    default:
      return new LineError(
        `Discord closed the connection for good (${code}). This version of Cairn is too old or broken: update it.`,
      );
  }
}

/** The final refusal in a fault of login, if it is one; any other may pass by itself. */
export function finalRefusal(error: unknown): LineError | undefined {
  if (error instanceof LineError) return error;
  if (error instanceof DiscordAPIError && error.status === 401) return tokenError();
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return tokenError();
  return undefined;
}
