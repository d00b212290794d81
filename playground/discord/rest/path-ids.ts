/** Ids in the path of a request: Discord refuses what is none, most often an `undefined` that slipped in. */
import { invalid } from '../errors.ts';

/** Places of a path that hold an id, and what Discord calls them. */
const names: Readonly<Record<string, string>> = {
  application: 'application_id',
  channel: 'channel_id',
  command: 'command_id',
  event: 'guild_scheduled_event_id',
  exception: 'guild_scheduled_event_exception_id',
  guild: 'guild_id',
  interaction: 'interaction_id',
  member: 'user_id',
  message: 'message_id',
  overwrite: 'overwrite_id',
  role: 'role_id',
  user: 'user_id',
};

const id = /^(?:\d{1,20}|@me|@original)$/;

export function checkPathIds(params: Readonly<Record<string, string>>): void {
  for (const key in params) {
    const name = names[key];
    const value = params[key] ?? '';
    if (name !== undefined && !id.test(value))
      throw invalid(name, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  }
}
