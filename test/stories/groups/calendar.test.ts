/** A member's groups in their own calendar program, from Discord to the program and back. */
import { describe, expect } from 'vitest';
import type { Shown } from '../../../playground/discord/index.ts';
import { readCalendar } from '../../calendar/read-calendar.ts';
import { saved } from '../../support/certified.ts';
import { setsUp } from '../../support/setting-up.ts';
import { story } from '../../support/world.ts';

const addressIn = ({ text }: Shown) => /https?:\S+\.ics/.exec(text)?.[0] ?? 'no address';
const heldIn = async (shown: Shown) => readCalendar(new TextDecoder().decode(await saved(shown, 'ics'))).held;
const titles = async (address: string) => {
  const answer = await fetch(address);
  return answer.ok ? [...new Set(readCalendar(await answer.text()).held.map(({ title }) => title))] : answer.status;
};

describe('with a public address', () => {
  story(
    'Ada subscribes once; her calendar follows the groups she joins, until she makes a new address',
    async ({ member }) => {
      const ada = member('ada');
      await ada.runs('/group join', { group: 'architects' });
      const shown = await ada.runs('/group calendar');
      expect(shown.ephemeral).toBe(true);
      const address = addressIn(shown);
      expect(await titles(address)).toEqual(['Architects']);
      await ada.runs('/group join', { group: 'managers' });
      expect(await titles(address)).toEqual(['Managers', 'Architects']);
      const renewed = await ada.clicks('Make a new address', shown);
      expect(await titles(address)).toBe(410);
      expect(await titles(addressIn(renewed))).toEqual(['Managers', 'Architects']);
      const ben = member('ben');
      const groups = await ben.runs('/group calendar', { group: 'managers' });
      expect(groups.buttons.map(({ label }) => label)).toEqual(['Subscribe']);
      expect(await titles(addressIn(groups))).toEqual(['Managers']);
      const stopped = await ada.clicks('Stop', renewed);
      expect(stopped.text).toContain('Your calendar is switched off');
      expect(await titles(addressIn(renewed))).toBe(410);
    },
    { pagesAtHome: true },
  );

  story(
    'Ada leaves the server, and within a day her calendar is gone; it is there again once she is back',
    async world => {
      const { discord, guild, member, app } = world;
      await setsUp(world);
      const ada = member('ada');
      await ada.runs('/group join', { group: 'architects' });
      await discord.until(() => ada.has('Architects Group'));
      const address = addressIn(await ada.runs('/group calendar'));
      ada.leaves();
      expect(await titles(address)).toEqual(['Architects']);
      discord.clock.advance({ hours: 24 });
      app.wake();
      await app.atRest();
      expect(await titles(address)).toBe(404);
      const again = guild.join(ada);
      await again.runs('/group next');
      await discord.until(() => again.has('Architects Group'));
      expect(await titles(address)).toEqual(['Architects']);
    },
    { pagesAtHome: true },
  );

  story(
    'with MEMBER_SYNC it is gone as soon as she leaves',
    async ({ discord, member }) => {
      const ada = member('ada');
      await ada.runs('/group join', { group: 'architects' });
      const address = addressIn(await ada.runs('/group calendar'));
      ada.leaves();
      await discord.idle();
      expect(await titles(address)).toBe(404);
    },
    { pagesAtHome: true, environment: { MEMBER_SYNC: '1' }, privilegedIntents: 1 << 1 },
  );

  story(
    'Ada takes one meeting as a file from the list of the next ones',
    async ({ member }) => {
      const ada = member('ada');
      await ada.runs('/group join', { group: 'architects' });
      const shown = await ada.clicks('Add to calendar', await ada.runs('/group next'));
      expect(shown.text).toContain('One meeting of Architects');
      expect((await heldIn(shown)).map(({ title }) => title)).toEqual(['Architects']);
    },
    { pagesAtHome: true },
  );
});

describe('without one', () => {
  story('Ada gets a file instead, and is told that it does not follow', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/group join', { group: 'architects' });
    const shown = await ada.runs('/group calendar');
    expect(shown.text).toContain('no public address');
    expect(new Set((await heldIn(shown)).map(({ title }) => title))).toEqual(new Set(['Architects']));
  });
});
