/** What a calendar says of where a group meets. */
import { expect, test } from 'vitest';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { calendarOf } from '../../../src/flows/groups/calendars.ts';
import { aCommunity, aCommunityChannel } from '../../support/a-community.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId } from './a-calendar.ts';

const monday = at('2027-03-01T09:00:00Z');
const meets = [{ days: ['Monday'], at: '19:00', minutes: 60 }] as const;
const community = aCommunity({
  categories: [
    {
      key: 'groups',
      name: 'Groups',
      channels: [
        aCommunityChannel('hall', { name: 'Study hall', kind: 'voice' }),
        aCommunityChannel('owls', { name: 'owls-talk' }),
        aCommunityChannel('larks', { name: 'larks-talk' }),
      ],
    },
  ],
  studyGroups: [
    { key: 'owls', title: 'Owls', paths: [], channel: 'owls', voice: 'hall', meets },
    { key: 'larks', title: 'Larks', paths: [], channel: 'larks', meets },
  ],
});

onEachEngine('the place of a meeting on $name', ({ emptyStore }) => {
  const placeOf = async (key: string, isSetUp = true) => {
    const { context } = await aCalendar({ emptyStore }, monday, { community, isSetUp });
    const groups = groupsOfFile(community, context.timeZone).filter(group => group.key === key);
    const lines = (await calendarOf(context, guildId, groups)).replaceAll('\r\n ', '').split('\r\n');
    return lines.filter(line => /^(?:LOCATION|URL)/.test(line));
  };

  test('is the voice channel where the group has one, and the link leads to its text channel', async () => {
    expect(await placeOf('owls')).toEqual([
      'LOCATION:Study hall (Discord)',
      `URL:https://discord.com/channels/${guildId}/5001`,
    ]);
    expect(await placeOf('larks')).toEqual([
      'LOCATION:larks-talk (Discord)',
      `URL:https://discord.com/channels/${guildId}/5002`,
    ]);
  });

  test('has no link before the server is set up', async () => {
    expect(await placeOf('owls', false)).toEqual(['LOCATION:Study hall (Discord)']);
  });
});
