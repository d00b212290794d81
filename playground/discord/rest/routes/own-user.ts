/** The bot's own account. */
import { NotModelled } from '../../errors.ts';
import { userJson } from '../../serial/user.ts';
import { renameUser } from '../../state/users.ts';
import { bot } from '../access.ts';
import { ok, route } from '../route.ts';

interface Body {
  readonly username: string;
  readonly avatar?: string | null;
  readonly banner?: string | null;
}

export const ownUserRoutes = [
  route<Body>({
    method: 'PATCH',
    path: '/users/@me',
    schema: 'BotAccountPatchRequestSchema',
    answers: 'UserPIIResponseSchema',
    run: call => {
      const { username, avatar, banner } = call.body;
      if (avatar != null || banner != null)
        throw new NotModelled('pictures of users are not modelled by the local Discord');
      const { bot: user } = bot(call);
      renameUser(call.world, user, username);
      return ok({ ...userJson(user), mfa_enabled: false, verified: true, locale: 'en-US', flags: 0 });
    },
  }),
];
