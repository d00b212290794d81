/** A bot's own account, to itself. Others are told of a member's new name by the member's next change. */

import { Intent } from '../../intents.ts';
import { ownUserJson } from '../../serial/user.ts';
import { type DispatchesOf, onlyFor } from './dispatch.ts';

export const userDispatches: DispatchesOf<'user-changed'> = {
  'user-changed': (_, { user }) =>
    onlyFor(user.id, {
      event: 'USER_UPDATE',
      guildId: undefined,
      intent: Intent.none,
      data: () => ownUserJson(user),
    }),
};
