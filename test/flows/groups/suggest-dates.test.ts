import { expect, test } from 'vitest';
import { inTransaction } from '../../../src/store/database.ts';
import { saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { someGroups } from './some-groups.ts';

onEachEngine('dates to choose from, on $name', engine => {
  test('are a group’s own days for its breaks, the community’s for all groups, and the member’s for a rest', async () => {
    const { flows, ada, db, passTo } = await someGroups(engine);
    // Still Saturday in New York, Sunday already in Berlin.
    passTo(at('2026-11-22T00:00:00Z'));
    const settings = { timeZone: 'Pacific/Auckland' };
    await inTransaction(db, tx => saveMemberSettings(tx, ada(), settings, at('2026-11-22')));
    const ofBreak = async (group: string, typed = 'today', from?: string) =>
      (await flows.suggestBreakDates('1100', group, { typed, from })).map(String);
    expect(await ofBreak('larks')).toEqual(['2026-11-21']);
    expect(await ofBreak('Night Owls')).toEqual(['2026-11-22']);
    expect(await ofBreak('all')).toEqual(['2026-11-22']);
    expect(await ofBreak('owls', '2 weeks', '2026-12-21')).toEqual(['2027-01-04']);
    passTo(at('2026-11-22T12:00:00Z'));
    expect((await flows.suggestDates(ada(), { typed: 'today' })).map(String)).toEqual(['2026-11-23']);
    const rest = await flows.suggestDates(ada(), { typed: '1 week', from: 'Friday' });
    expect(rest.map(String)).toEqual(['2026-12-04']);
  });
});
