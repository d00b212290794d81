/** What was said in the playground's community before the visitor came. */
import type { Guild } from './discord/index.ts';

export function talk(guild: Guild): void {
  const says = (who: string, where: string, text: string) => guild.member(who).says(text, { in: guild.channel(where) });
  says(
    'marguerite',
    'start-here',
    [
      '# Welcome to the playground',
      'This is a small Discord on your own computer. Nobody here is real, and nothing you do leaves it.',
      '1. Type `/`, or press </path choose:0>, and take up a path.',
      '2. Press **Done** when you have finished an item, or use </progress done:0>.',
      '3. See how far you are with </progress show:0>. </help:0> tells the rest.',
      '-# At the top you can become somebody else, move the clock, and look behind the scenes.',
    ].join('\n'),
  );
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
  says('ngugi', 'mentors', 'Yuki is half-way and stuck on retries. Who has an hour on Thursday?');
  const asked = says('chidi', 'questions', 'Is two-phase commit ever the right answer?');
  const thread = guild
    .member('chidi')
    .opensThread({ name: 'Two-phase commit', in: guild.channel('questions'), from: asked });
  guild.member('ngugi').says('When one database does both phases for you, yes.', { in: thread });
  guild.member('priya').posts({
    in: guild.channel('study-hall'),
    title: 'Which law surprised you most?',
    text: 'For me it was the last one. I always thought cost was an afterthought.',
    tags: ['Laws'],
  });
  guild.member('haneul').posts({
    in: guild.channel('study-hall'),
    title: 'First on-call week: what would you tell yourself?',
    text: 'Mine begins on Monday.',
    tags: ['Career'],
  });
}
