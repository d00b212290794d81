/** The bot's own application. */
import { applicationJson } from '../../serial/application.ts';
import { guildCount } from '../../state/applications.ts';
import { bot } from '../access.ts';
import { type Answer, type Call, ok, route } from '../route.ts';

const answers = 'PrivateApplicationResponseSchema';

export const applicationRoutes = [
  route({ method: 'GET', path: '/applications/@me', answers, run: ownApplication }),
  route({ method: 'GET', path: '/oauth2/applications/@me', answers, run: ownApplication }),
];

function ownApplication(call: Call<unknown>): Answer {
  const application = bot(call);
  return ok(applicationJson(application, guildCount(call.world, application)));
}
