/** Accounts: the bot's own, and everybody's as others see them. */
import { NotModelled } from '../../errors.ts';
import { ownUserJson, userJson } from '../../serial/user.ts';
import { renameUser } from '../../state/users.ts';
import { userOf } from '../../state/world.ts';
import { bot } from '../access.ts';
import { type Call, ok, route } from '../route.ts';

interface Body {
  readonly username: string;
  readonly avatar?: string | null;
  readonly banner?: string | null;
}

export const userRoutes = [
  route({
    method: 'GET',
    path: '/users/@me',
    answers: 'UserPIIResponseSchema',
    run: call => ok(accountJson(call)),
  }),
  route<Body>({
    method: 'PATCH',
    path: '/users/@me',
    schema: 'BotAccountPatchRequestSchema',
    answers: 'UserPIIResponseSchema',
    run: call => {
      const { username, avatar, banner } = call.body;
      if (avatar != null || banner != null) throw new NotModelled('pictures of users');
      renameUser(call.world, bot(call).bot, username);
      return ok(accountJson(call));
    },
  }),
  route({
    method: 'GET',
    path: '/users/:user',
    answers: 'UserResponseSchema',
    run: ({ world, params }) => ok(userJson(userOf(world, params.user ?? ''))),
  }),
];

const accountJson = (call: Call<unknown>) => ({ ...ownUserJson(bot(call).bot), locale: 'en-US' });
