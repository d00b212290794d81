/** A rest takes no week away from whoever takes it, also on the day on which they are back. */
import { expect, test } from 'vitest';
import type { Asker } from '../../../src/flows/context.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aMeeting, type Meeting } from './a-meeting.ts';

type Act = (flows: Meeting['flows'], asker: Asker) => Promise<unknown>;

onEachEngine('the evening of a rest, on $name', engine => {
  test.each<[string, Act]>([
    ['lifted', (flows, asker) => flows.liftRest(asker)],
    ['given up for one ahead', (flows, asker) => flows.takeRest(asker, { from: '2027-01-10', until: '2027-01-20' })],
  ])('a rest that is %s after a meeting costs no week', async (_, act) => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    const consistency = async () => (await flows.showProgress(meeting.ada())).consistency;
    await flows.joinGroup(meeting.ada(), 'evening');
    meeting.setClock('2026-11-23T18:00');
    await flows.noteHere(meeting.ada(), 'evening', '2026-11-23T19:00');
    meeting.setClock('2026-11-29T12:00');
    await flows.takeRest(meeting.ada(), { until: '2026-12-31' });
    // Wednesday, an hour after the meeting ended.
    meeting.setClock('2026-12-02T20:00');
    await act(flows, meeting.ada());
    expect(await consistency()).toEqual({ attended: 1, of: 1 });
    // What is missed from now on counts.
    meeting.setClock('2026-12-10T12:00');
    expect(await consistency()).toEqual({ attended: 1, of: 2 });
  });
});
