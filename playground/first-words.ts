/** What was said in the playground's community before the visitor came. */
import type { Guild } from './discord/index.ts';
import { roomOr } from './rooms.ts';

const welcome = [
  '# Welcome to the playground',
  'This is a small Discord on your own computer. Nobody here is real, and nothing you do leaves it.',
  '1. Type `/`, or press </path choose:0>, and take up a path. Its role opens a channel for you.',
  '2. Press **Done** when you have finished an item, or use </progress done:0>.',
  '3. See how far you are with </progress show:0>.',
  '4. Study with others: </group list:0> shows who meets when. </help:0> tells the rest.',
  '-# At the top you can become somebody else, move the clock, and look behind the scenes.',
].join('\n');

/** What mentors say first in the rooms that Cairn made: whose path opens one finds somebody there. */
const openings: readonly (readonly [room: string, who: string, text: string])[] = [
  ['study-groups', 'zoe', 'Who would read one war story a week with me? The managers’ group has two free chairs.'],
  ['office-hours', 'ngugi', 'Thursdays at six I am here. Bring what you are stuck on, however small it looks.'],
  ['new-grads', 'ngugi', 'Welcome! Say hello, and tell us the first thing that broke under your hands.'],
  ['senior-eng', 'zoe', 'Welcome! Which of your designs would you draw differently today?'],
  ['eng-managers', 'zoe', 'Welcome! What did your last incident cost, and who counted it?'],
  ['architects', 'ngugi', 'Welcome! Bring a drawing. We look for the arrow that fails first.'],
  ['topics', 'ngugi', 'Welcome! This week: retries, and why the third one makes it worse.'],
  ['levels', 'zoe', 'Welcome to the climb! Say which level you are on, and which law you would argue with.'],
  ['tracks', 'zoe', 'Welcome! Security, data, machine learning or cloud: what are you building?'],
  ['mentors', 'ngugi', 'Yuki is half-way and stuck on retries. Who has an hour on Thursday?'],
  [
    'organisers',
    'tomas',
    'Cairn has set these rooms up. </admin setup:0> shows the plan, </admin doctor:0> what is wrong, </admin log:0> who changed what.',
  ],
];

export function talk(guild: Guild): void {
  const says = (who: string, where: string, text: string) => guild.member(who).says(text, { in: guild.channel(where) });
  guild.owner.says(welcome, { in: roomOr(guild, 'start-here') });
  for (const [room, who, text] of openings) {
    const channel = guild.channels.find(({ name }) => name === room);
    if (channel) guild.member(who).says(text, { in: channel });
  }
  says(
    'tomas',
    'introductions',
    'Tomás here, one of the organisers. Tell us where you come from and what you want to build!',
  );
  says(
    'yuki',
    'introductions',
    'はじめまして! Backend for two years, and our retries keep making outages worse. I want to know why.',
  );
  says('ngugi', 'introductions', `Welcome, <@${guild.member('yuki').id}>! That is the right question to begin with.`);
  says(
    'joao',
    'general',
    'Has anyone a favourite post-mortem? Mine is the one where the *status page* ran on the broken cluster.',
  );
  says(
    'zoe',
    'general',
    '> the status page ran on the broken cluster\nCorrelated failure, the classic. It is the first law for a reason.',
  );
  const asked = says('chidi', 'questions', 'Is two-phase commit ever the right answer?');
  const thread = guild
    .member('chidi')
    .opensThread({ name: 'Two-phase commit', in: guild.channel('questions'), from: asked });
  guild.member('ngugi').says('When one database does both phases for you, yes.', { in: thread });
  guild.member('priya').posts({
    in: guild.channel('field-notes'),
    title: 'Which law surprised you most?',
    text: 'For me it was the last one. I always thought cost was an afterthought.',
    tags: ['Laws'],
  });
  guild.member('haneul').posts({
    in: guild.channel('field-notes'),
    title: 'First on-call week: what would you tell yourself?',
    text: 'Mine begins on Monday.',
    tags: ['Career'],
  });
}
