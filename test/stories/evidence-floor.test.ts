/** A certificate's floor: what is built has to be shown. And what organisers may look at. */
import { describe, expect } from 'vitest';
import type { Member, Shown } from '../../playground/discord/index.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { organisersChannel } from '../support/organisers-channel.ts';
import { story } from '../support/world.ts';

const { certificates } = await loadCurriculum('data');
const { itemIds = [], shown = [] } = certificates.get('practitioner') ?? {};
const title = 'Distributed Systems Practitioner';
const link = (item: string) => `https://github.com/ada/${item}`;

/** Marks it, without its work where a form asks for that. */
async function marks(member: Member, item: string): Promise<Shown> {
  const answer = await member.runs('/progress done', { item });
  return answer.kind === 'modal' ? member.submits({}) : answer;
}

describe('the floor of a level certificate', () => {
  story('holds it back until all work is shown, says what is missing, and then it is given', async world => {
    const { member, discord } = world;
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'level-practitioner' });
    let last: Shown | undefined;
    for (const item of itemIds) last = await marks(ada, item);
    expect(last?.text).not.toContain('Certificate earned');
    expect(last?.text).toContain(
      `🎓 **${title}** now waits for work to be shown:\n- Implement event-sourced order system\n- Migrate monolith to microservices`,
    );
    const progress = await ada.runs('/progress show');
    expect(progress.text).toContain('🔗 2 finished items still need a link or a file for a certificate.');
    expect((await ada.runs('/certificate show')).text).toContain('🔗 2 finished items need work shown');

    const [first = '', second = ''] = shown;
    await ada.picks(first, progress, 'progress/work');
    const between = await ada.submits({ Link: link(first) });
    expect(between.text).toContain(`🎓 **${title}** now waits for work to be shown:\n- Migrate monolith`);
    expect(ada.has(title)).toBe(false);
    await ada.clicks('Show your work', between);
    const earned = await ada.submits({ Link: link(second) });
    expect(earned.text).toContain('Certificate earned');
    await discord.until(() => ada.has(title));
    expect((await ada.runs('/progress show')).text).not.toContain('🔗');

    await ada.runs('/progress undo', { item: first });
    await marks(ada, first);
    expect(ada.has(title)).toBe(true);
    expect((await ada.runs('/certificate show')).text).not.toContain('need work shown');
  });
});

describe('/admin review', () => {
  story('shows organisers work and marks that came soon, leads to both, and remembers who looked', async world => {
    const { guild, member } = world;
    const organisers = await organisersChannel(world);
    const [ada, ben] = [member('ada'), member('ben')];
    expect((await guild.owner.runs('/admin review')).text).toContain('Nothing to look at');

    await ada.runs('/progress done', { item: 'law-1' });
    await marks(ada, 'project-distributed-counter');
    const file = { name: 'notes.md', bytes: new TextEncoder().encode('# How I built it\n') };
    await ben.runs('/progress done', { item: 'lab-circuit-breaker', file });

    const review = await guild.owner.runs('/admin review');
    expect(review.ephemeral).toBe(true);
    const [kept] = guild.owner.reads(organisers);
    expect(review.text).toContain('2 items nobody has looked at');
    expect(review.text).toMatch(
      new RegExp(
        `Build a Distributed Counter\\*\\*\n<@${ada.id}> · <t:\\d+:R>\n⏱️ under a minute after the mark before · usually 4 h`,
      ),
    );
    expect(review.text).toContain(`Implement circuit breaker for your service**\n<@${ben.id}> · `);
    expect(review.text).toContain(
      `📎 [notes.md](https://discord.com/channels/${guild.id}/${organisers.id}/${kept?.message?.id})`,
    );

    const [lookAtFirst = ''] = review.buttons.flatMap(({ customId }) =>
      customId?.startsWith(`admin/looked/${ada.id}`) ? [customId] : [],
    );
    const after = await guild.owner.clicks(lookAtFirst, review);
    expect(after.text).toContain('1 item nobody has looked at');
    expect(after.text).not.toContain('Distributed Counter');
    expect((await guild.owner.runs('/admin log')).text).toContain(
      'looked at a member’s **Build a Distributed Counter**',
    );
    expect((await ada.runs('/progress show')).text).not.toMatch(/looked|review|min after/i);
  });

  story('is not for members: neither the command nor its buttons', async ({ guild, member }) => {
    const ada = member('ada');
    await ada.runs('/progress done', { item: 'lab-circuit-breaker', link: 'https://example.org/x' });
    expect(ada.commands().map(({ command }) => command.name)).not.toContain('admin');
    expect((await guild.owner.runs('/admin review')).text).toContain('1 item nobody has looked at');
    expect(ada.sees().some(({ text }) => text.includes('nobody has looked at'))).toBe(false);
  });
});
