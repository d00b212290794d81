import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community } from './community.ts';
import { ask } from './raw.ts';

interface Refused {
  readonly code: number;
  readonly errors?: unknown;
}

const notAnId = (name: string, value: string) => ({
  [name]: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }] },
});

describe('an id in an address that is none', () => {
  test.each<[name: string, path: (all: Community) => string]>([
    ['guild_id', () => Routes.guild('undefined')],
    ['channel_id', () => Routes.channelMessages('undefined')],
    ['message_id', ({ general }) => Routes.channelMessage(general.id, 'undefined')],
    ['user_id', ({ guild }) => Routes.guildMember(guild.id, 'undefined')],
    ['role_id', ({ guild }) => Routes.guildRole(guild.id, 'undefined')],
    ['guild_scheduled_event_id', ({ guild }) => Routes.guildScheduledEvent(guild.id, 'undefined')],
    ['command_id', ({ bot }) => Routes.applicationCommand(bot.id, 'undefined')],
  ])('is an invalid form that names %s', async (name, path) => {
    const all = await community();
    const { status, body } = await ask<Refused>(all, 'GET', path(all));
    expect({ status, code: body.code, errors: body.errors }).toEqual({
      status: 400,
      code: 50035,
      errors: notAnId(name, 'undefined'),
    });
  });

  test('is refused in a body in the same words', async () => {
    const all = await community();
    const { body } = await ask<Refused>(all, 'POST', Routes.userChannels(), { recipient_id: 'ada' });
    expect(body.errors).toEqual(notAnId('recipient_id', 'ada'));
  });

  test('takes the names that stand for an id', async () => {
    const { discord, guild, bot } = await community();
    const answer = await ask({ discord, bot }, 'GET', Routes.user('@me'));
    expect(answer.status).toBe(200);
    expect((await ask({ discord, bot }, 'GET', Routes.guildVoiceState(guild.id, '@me'))).body.code).toBe(10065);
    discord.assertNoViolations();
  });
});
