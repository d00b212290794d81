/** Onboarding: shown, and replaced as a whole. */
import type { RESTPutAPIGuildOnboardingJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../../errors.ts';
import { Permission } from '../../../permissions.ts';
import { onboardingJson } from '../../../serial/onboarding.ts';
import { meetsRequirements, setOnboarding } from '../../../state/guilds/onboarding.ts';
import { inGuild } from '../../access.ts';
import { onboardingAfter } from '../../guilds/onboarding-body.ts';
import { ok, route } from '../../route.ts';

export const onboardingRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/onboarding',
    answers: 'UserGuildOnboardingResponseSchema',
    run: call => ok(onboardingJson(inGuild(call).guild)),
  }),
  route<RESTPutAPIGuildOnboardingJSONBody>({
    method: 'PUT',
    path: '/guilds/:guild/onboarding',
    schema: 'UpdateGuildOnboardingRequestSchema',
    answers: 'GuildOnboardingResponseSchema',
    run: call => {
      const { guild, needs } = inGuild(call);
      needs(Permission.manageGuild | Permission.manageRoles);
      const wanted = onboardingAfter(call.world, guild, call.body);
      const isCommunity = guild.settings.features.includes('COMMUNITY');
      if (wanted.enabled && !(isCommunity && meetsRequirements(guild, wanted)))
        throw new Refusal(guild.onboarding.enabled ? 'belowOnboarding' : 'onboardingUnmet');
      setOnboarding(call.world, guild, wanted);
      return ok(onboardingJson(guild));
    },
  }),
];
