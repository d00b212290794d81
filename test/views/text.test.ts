import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, escaped } from '../../src/views/text.ts';

/** What Discord shows: a backslash before punctuation disappears. */
const shown = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '');

describe('text that people supply', () => {
  test.each([
    ['**bold** _it_ ~~s~~ ||spoiler||', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|spoiler\\|\\|'],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil.example)'],
    ['<@123> <@&5> <#6> <t:0:R>', '\\<@123> \\<@&5> \\<#6> \\<t:0:R>'],
    ['# big', '\\# big'],
    ['-# small', '\\-# small'],
    ['> quote', '\\> quote'],
    ['1. list', '1\\. list'],
    ['- list', '\\- list'],
    ['`code`', '\\`code\\`'],
    ['\\*', '\\\\\\*'],
    ['first\nsecond\r\n\tthird', 'first second third'],
    ['\u202egnp.exe\u2066', 'gnp.exe'],
  ])('%j stays what was written', (written, safe) => {
    expect(escaped(written)).toBe(safe);
  });

  test('@everyone and @here are not even painted as mentions', () => {
    expect(escaped('@everyone @here')).toBe('@\u200beveryone @\u200bhere');
  });

  test('ordinary titles read as they are', () => {
    for (const title of ['Law 1: Correlated Failure', 'Self-paced (6 weeks)', 'CAP & PACELC', '7 Laws']) {
      expect(escaped(title)).toBe(title);
    }
  });

  test('accents stay, a pile of marks does not', () => {
    expect(escaped('é Việt')).toBe('é Việt');
    expect(escaped(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  });

  test('whatever it is, it is one well-formed line in which nothing is a mention or a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), written => {
        const safe = escaped(written);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe).not.toMatch(/[\n\r\u2028\u202e]/);
        expect(safe).not.toMatch(/(?<!\\)(\\\\)*<[@#t/:]|@everyone|@here|\w:\/\//);
        expect(safe).not.toMatch(/(?<!\\)(\\\\)*[[\]*_`]/);
      }),
    );
  });

  test('nothing visible is lost by escaping', () => {
    fc.assert(
      fc.property(fc.string(), written => {
        expect(shown(escaped(written))).toBe(written.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

describe('cutting', () => {
  test('leaves what is short enough', () => {
    expect(clipped('Leader', 6)).toBe('Leader');
  });

  test('ends in … and tears no character apart', () => {
    expect(clipped('Foundation', 6)).toBe('Found…');
    expect(clipped('ab👩‍👩‍👧‍👦cd', 6)).toBe('ab…');
  });

  test('keeps within the limit in the units that Discord counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (written, max) => {
        const cut = clipped(written, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
