/** What organisers set for commands, told to the application they belong to. */

import { Intent } from '../../intents.ts';
import { permissionsJson } from '../../rest/routes/interactions/command-permissions.ts';
import { type DispatchesOf, inGuild } from './dispatch.ts';

export const commandDispatches: DispatchesOf<'command-permissions-changed'> = {
  'command-permissions-changed': (world, { guild, applicationId, id }) => {
    const json = permissionsJson({ id: applicationId }, guild, id);
    const ofThis = (application: { readonly id: string }) => (application.id === applicationId ? json : undefined);
    return inGuild(world, 'APPLICATION_COMMAND_PERMISSIONS_UPDATE', guild.id, ofThis, Intent.none);
  },
};
