/** What the guided tour says: two minutes for an organiser, seen through a newcomer's eyes. */
import type { Tour } from './page/console/tour.ts';

export const tour: Tour = {
  invitation: 'Two minutes: what a member does here, and what you see as an organiser. Best as Ada, the newcomer.',
  steps: [
    {
      title: 'Choose a path',
      text: 'Type / and take /path choose, then send it. In the answer, pick the Leader Path under “By level”: it is the shortest.',
      at: 'composer',
      until: { kind: 'message', says: 'path/leave/' },
    },
    {
      title: 'A channel opens',
      text: 'The path brought you its role, and the role opened a channel: #levels has appeared in the list, only for those on such a path.',
      at: 'channels',
    },
    {
      title: 'Finish an item',
      text: 'The card shows what comes first. Press Done on it. Only you see these answers.',
      at: { button: 'Done' },
      until: { kind: 'message', says: 'Done:' },
    },
    {
      title: 'Earn the certificate',
      text: 'Go on pressing Done until the path is walked. It takes six more.',
      at: { button: 'Done' },
      until: { kind: 'message', says: 'Certificate earned' },
    },
    {
      title: 'Get it',
      text: 'Press Get it and send the form. Cairn draws the picture and signs it: the proof travels inside.',
      at: { button: 'Get it' },
      until: { kind: 'message', says: 'Its page' },
    },
    {
      title: 'A page for everybody',
      text: 'Press “Its page”: anyone can check it there, without asking us. Here, its role stands beside your name.',
      at: { button: 'Its page' },
    },
    {
      title: 'Join a study group',
      text: 'Take /group join and pick a group. The answer says when it meets, in your own time, and its role comes to you.',
      at: 'composer',
      until: { kind: 'message', says: 'group/leave/' },
      needsMeeting: true,
    },
    {
      title: 'Jump to the study group',
      text: 'Open the clock: “To the next event”, then “To its start”. Cairn opens the thread, calls the group’s role in its channel, and asks who is here.',
      at: 'clock',
      until: { kind: 'clock-moved' },
      needsMeeting: true,
    },
    {
      title: 'Move the clock',
      text: 'Open the clock and go a day on. Only the playground’s time moves, and Cairn moves with it.',
      at: 'clock',
      until: { kind: 'clock-moved' },
      unlessMeeting: true,
    },
    {
      title: 'Look behind the scenes',
      text: 'Every word between Cairn and Discord is here. Under “What if…” you can take Discord away and see what happens.',
      at: 'inspector',
      until: { kind: 'inspector-opened' },
    },
    {
      title: 'Be somebody else',
      text: 'Become the owner and run /admin setup: Cairn made the rooms here that way. A second tab lets you be two people at once.',
      at: 'personas',
    },
  ],
};
