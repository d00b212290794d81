/** Where a meeting takes place, as its messages say. */
import { expect, test } from 'vitest';
import type { Channel, NewScheduledEvent } from '../../../playground/discord/index.ts';
import { aCalendar } from './a-calendar.ts';

test.each<[string, (room: Channel) => Partial<NewScheduledEvent>, string]>([
  ['another voice channel', channel => ({ channel }), '🔊 <#room>'],
  ['a place in words', () => ({ location: 'The *park*' }), '📍 The \\*park\\*'],
  ['a link', () => ({ location: 'https://meet.example/a_b' }), '📍 <https://meet.example/a_b>'],
])('%s that somebody put its event in by hand counts', async (_, change, shown) => {
  const { guild, hall, mirrored, hears, events, pings, said, channel } = await aCalendar();
  const room = guild.createChannel({ name: 'Reading room', type: 'voice' });
  const line = async (audience: string) => {
    await pings('session', { audience });
    return said(channel).at(-1)?.split('\n').at(-1);
  };
  await mirrored();
  expect(await line('usual')).toBe(`🔊 <#${hall.id}>`);
  const [event] = events();
  if (!event) throw new Error('no event');
  await hears('guildScheduledEventUpdate', () => guild.changeScheduledEvent(event, change(room)));
  expect(await line('elsewhere')).toBe(shown.replace('room', room.id));
});
