/** Voice channels and scheduled events. */
import { expect, test } from 'vitest';
import { eventually } from '../../support/tabs.ts';
import { chatting, quietBot } from './place.ts';

chatting('voice channels and events', quietBot, place => {
  /** Each test has a channel and an event of its own. */
  const aGathering = (channel: string, name: string) =>
    place.guild.scheduleEvent({
      name,
      startsAt: place.discord.clock.now().add({ hours: 26 }),
      channel: place.guild.createChannel({ name: channel, type: 'voice' }),
      description: 'Laws **4 to 7**',
      repeats: 'weekly',
    });

  test('whoever presses a voice channel is in it, is seen there, and can leave', async () => {
    const library = place.guild.createChannel({ name: 'Library', type: 'voice' });
    const [ada, ben] = [place.guild.join({ name: 'ada', displayName: 'Ada' }), place.guild.join({ name: 'ben' })];
    const [tab, other] = [await place.visit(ada), await place.visit(ben)];
    await tab.getByRole('button', { name: 'Library' }).click();
    await tab.getByRole('region', { name: 'Voice' }).getByText('Voice connected').waitFor();
    await other.getByRole('list', { name: 'In Library' }).getByText('Ada').waitFor();
    expect(place.guild.usersInVoice(library)).toEqual([ada.id]);
    await tab.getByRole('button', { name: 'Disconnect' }).click();
    await other.getByRole('list', { name: 'In Library' }).waitFor({ state: 'detached' });
    expect(place.guild.usersInVoice(library)).toEqual([]);
  });

  test('an event is answered with "Interested", counted for everybody, and taken back', async () => {
    const event = aGathering('Study', 'Study group');
    const [chidi, erin] = [place.guild.join({ name: 'chidi' }), place.guild.join({ name: 'erin' })];
    const [tab, other] = [await place.visit(chidi), await place.visit(erin)];
    for (const one of [tab, other]) await one.getByRole('button', { name: /^Events/ }).click();
    const card = tab.getByRole('article', { name: 'Study group' });
    const theirs = other.getByRole('article', { name: 'Study group' });
    await card.getByText('in 1 day').waitFor();
    await card.getByText(/^Repeats: then/).waitFor();
    const interested = card.getByRole('button', { name: 'Interested' });
    await interested.click();
    await theirs.getByText('1 is interested').waitFor();
    await eventually(() => interested.getAttribute('aria-pressed')).toBe('true');
    expect(place.guild.scheduledEvent(event.id).interested).toEqual([chidi.id]);
    await interested.click();
    await theirs.getByText('0 are interested').waitFor();
  });

  test('an event that begins is announced above the channels, and leads into its voice channel', async () => {
    const dana = place.guild.join({ name: 'dana' });
    const event = aGathering('Observatory', 'Evening of stars');
    const tab = await place.visit(dana);
    expect(await tab.getByRole('region', { name: 'Under way' }).count()).toBe(0);
    place.guild.startScheduledEvent(event);
    await tab.getByRole('region', { name: 'Under way' }).getByRole('button', { name: 'Join' }).click();
    await tab.getByRole('list', { name: 'In Observatory' }).getByText('dana').waitFor();
  });
});
