/** Applications as the API gives them. */
import type { ApplicationFlags } from 'discord-api-types/v10';
import type { ApplicationRecord, UserRecord } from '../state/records.ts';
import { userJson } from './user.ts';

/** The application's flags that say which privileged intents the portal allows (the "limited" ones). */
export function applicationFlags(application: ApplicationRecord): ApplicationFlags {
  const granted = application.privilegedIntents;
  const presence = granted & (1 << 8) ? 1 << 13 : 0;
  const members = granted & (1 << 1) ? 1 << 15 : 0;
  const content = granted & (1 << 15) ? 1 << 19 : 0;
  return presence | members | content;
}

/** Nobody in particular: who made a bot plays no part here. */
const developer: UserRecord = {
  id: '1',
  name: 'developer',
  displayName: null,
  bot: false,
  locale: 'en-US',
  dmsClosed: true,
};

/** `guilds`: how many the bot is in. */
export function applicationJson(application: ApplicationRecord, guilds: number): object {
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    type: null,
    verify_key: '0'.repeat(64),
    team: null,
    flags: applicationFlags(application),
    flags_new: String(applicationFlags(application)),
    bot: userJson(application.bot),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    integration_types_config: { 0: {} },
    owner: userJson(developer),
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
}
