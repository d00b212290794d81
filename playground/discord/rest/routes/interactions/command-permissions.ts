/** What organisers set for commands: a bot may read it; to change it Discord wants a person's own token. */
import { Refusal } from '../../../errors.ts';
import type { ApplicationRecord, GuildRecord } from '../../../state/records.ts';
import { bot, inGuild } from '../../access.ts';
import { type Call, ok, route } from '../../route.ts';

const all = '/applications/:application/guilds/:guild/commands/permissions';
const one = '/applications/:application/guilds/:guild/commands/:command/permissions';

export const commandPermissionRoutes = [
  route({
    method: 'GET',
    path: all,
    answers: ['CommandPermissionsResponseSchema'],
    run: call => {
      const { application, guild } = scope(call);
      const ids = [application.id, ...application.commands.keys()];
      return ok(ids.filter(id => guild.commandPermissions.has(id)).map(id => permissionsJson(application, guild, id)));
    },
  }),
  route({
    method: 'GET',
    path: one,
    answers: 'CommandPermissionsResponseSchema',
    run: call => {
      const { application, guild } = scope(call);
      const id = call.params.command ?? '';
      if (id !== application.id && !application.commands.has(id)) throw new Refusal('unknownCommand');
      if (!guild.commandPermissions.has(id)) throw new Refusal('unknownCommandPermissions');
      return ok(permissionsJson(application, guild, id));
    },
  }),
  route({
    method: 'PUT',
    path: one,
    run: call => {
      scope(call);
      throw new Refusal('bearerOnly');
    },
  }),
];

export function permissionsJson(application: { readonly id: string }, guild: GuildRecord, id: string) {
  return {
    id,
    application_id: application.id,
    guild_id: guild.id,
    permissions: guild.commandPermissions.get(id) ?? [],
  };
}

function scope(call: Call<unknown>): { application: ApplicationRecord; guild: GuildRecord } {
  const application = bot(call);
  if (call.params.application !== application.id) throw new Refusal('notYourApplication');
  return { application, guild: inGuild(call).guild };
}
