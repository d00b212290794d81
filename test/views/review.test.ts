import { describe, expect, test } from 'vitest';
import type { ReviewPage } from '../../src/domain/review.ts';
import { reviewMessage } from '../../src/views/review.ts';
import { anItem, at } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const lab = anItem('lab-1', { title: 'A lab', hours: { min: 4, max: 8 } });
const entry = { userId: '1200', itemId: 'lab-1', item: lab, at: at('2026-05-01') };
const page = (more: Partial<ReviewPage>): ReviewPage => ({
  guildId: '1100',
  mode: { kind: 'newest', page: 0, onlyShown: false },
  entries: [entry],
  open: 1,
  pages: 1,
  ...more,
});
const linesOf = (of: ReviewPage) => textOf(reviewMessage(of, 'en')).split('\n').slice(3);

describe('the organisers’ sample', () => {
  test('shows who, what, when, and the work with the host it lies on', () => {
    const shown = { kind: 'link', url: 'https://github.com/ada/counter' } as const;
    expect(linesOf(page({ entries: [{ ...entry, shown }] }))).toEqual([
      '**A lab**',
      '<@1200> · <t:1777626000:R>',
      '🔗 [Open the work](https://github.com/ada/counter) · github.com',
    ]);
  });

  test('a bracket in a link can’t end it and begin another', () => {
    const shown = { kind: 'link', url: 'https://github.com/a_(1)[Log_in](https://evil.example/)' } as const;
    expect(linesOf(page({ entries: [{ ...entry, shown }] }))[2]).toBe(
      '🔗 [Open the work](https://github.com/a_%281%29[Log_in]%28https://evil.example/%29) · github.com',
    );
  });

  test('leads to the message in which a file is kept', () => {
    const file = { channelId: '1500', messageId: '1600', attachmentId: '1700', name: 'plan_a.pdf' };
    expect(linesOf(page({ entries: [{ ...entry, shown: { kind: 'file', file } }] }))[2]).toBe(
      '📎 [plan\\_a.pdf](https://discord.com/channels/1100/1500/1600)',
    );
  });

  test('says how soon a mark came and what is usual, and reproaches nobody', () => {
    const message = reviewMessage(page({ entries: [{ ...entry, minutes: 12 }] }), 'en');
    expect(textOf(message)).toContain('⏱️ 12 min after the mark before · usually 4–8 h');
    const atOnce = reviewMessage(page({ entries: [{ ...entry, minutes: 0 }] }), 'en');
    expect(textOf(atOnce)).toContain('⏱️ under a minute after the mark before');
    expect(textOf(message)).toContain('Everything here counts already');
    expect(textOf(message)).not.toMatch(/cheat|suspicious|fraud|fake|too fast|dishonest/i);
  });

  test('is leafed through, and drawn from', () => {
    const newest = (page: number) => ({ kind: 'newest', page, onlyShown: false }) as const;
    const pagesOf = (mode: ReviewPage['mode'], pages: number) =>
      buttonsOf(reviewMessage(page({ mode, pages, open: 12 }), 'en'));
    expect(pagesOf(newest(1), 3)).toEqual({
      'admin/looked/1200/lab-1/n1': 'Looked at',
      'admin/review/n0': 'Newer',
      'admin/review/n2': 'Older',
      'admin/review/d': 'Draw a sample',
      'admin/review/n0s': 'Only work shown',
    });
    expect(pagesOf({ kind: 'drawn', seed: '4711', onlyShown: true }, 3)).toEqual({
      'admin/looked/1200/lab-1/d4711s': 'Looked at',
      'admin/review/n0s': 'The newest',
      'admin/review/ds': 'Draw again',
      'admin/review/n0': 'Marks, too',
    });
    expect(pagesOf(newest(0), 1)).toEqual({
      'admin/looked/1200/lab-1/n0': 'Looked at',
      'admin/review/n0s': 'Only work shown',
    });
  });

  test('says so when there is nothing, and names an item that is gone by its id', () => {
    expect(textOf(reviewMessage(page({ entries: [], open: 0 }), 'en'))).toContain('Nothing to look at');
    const { item: _, ...gone } = entry;
    expect(linesOf(page({ entries: [gone] }))[0]).toBe('**lab-1**');
  });

  test('fits with the longest links and ids', () => {
    const itemId = 'exercise-cloud-cost-optimization-strategies';
    const entries = Array.from({ length: 4 }, (_, index) => ({
      ...entry,
      itemId: `${itemId}-${index}`,
      userId: '12345678901234567890',
      item: anItem(itemId, { title: 'T'.repeat(100), url: `https://example.org/${'u'.repeat(100)}` }),
      minutes: 59,
      shown: { kind: 'link' as const, url: `https://example.org/${'x'.repeat(490)}` },
    }));
    const size = sizeOf(
      reviewMessage(page({ entries, mode: { kind: 'drawn', seed: '12345678', onlyShown: true }, pages: 3 }), 'en'),
    );
    expect(size.components).toBeLessThanOrEqual(40);
    expect(size.characters).toBeLessThanOrEqual(4000);
    expect(size.longestId).toBeLessThanOrEqual(100);
    expect(size.repeatedIds).toEqual([]);
  });
});
