/** Discord's Markdown, as the page reads it. */
import { describe, expect, test } from 'vitest';

interface Node {
  readonly kind: string;
  readonly [key: string]: unknown;
}

const file = new URL('../../../../../playground/page/public/markdown/blocks.js', import.meta.url).href;
const { parseMarkdown } = (await import(file)) as { parseMarkdown(text: string): readonly Node[] };

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...children: readonly object[]) => ({ kind: 'paragraph', children });
const inline = (source: string) => parseMarkdown(source);

describe('words', () => {
  test.each([
    ['**bold**', { kind: 'bold', children: [text('bold')] }],
    ['*slanted*', { kind: 'italics', children: [text('slanted')] }],
    ['_slanted_', { kind: 'italics', children: [text('slanted')] }],
    ['__underlined__', { kind: 'underline', children: [text('underlined')] }],
    ['~~gone~~', { kind: 'strike', children: [text('gone')] }],
    ['||secret||', { kind: 'spoiler', children: [text('secret')] }],
    ['`a * b * c`', { kind: 'code', text: 'a * b * c' }],
    ['``a ` b``', { kind: 'code', text: 'a ` b' }],
    ['***both***', { kind: 'bold', children: [{ kind: 'italics', children: [text('both')] }] }],
    ['[site](https://example.org/a_b)', { kind: 'link', href: 'https://example.org/a_b', children: [text('site')] }],
  ])('%s is formatted', (source, expected) => {
    const [{ children }] = inline(source) as [Node];
    expect(children).toEqual([expected]);
  });

  test('emphasis nests', () => {
    expect(inline('**all _of_ it**')).toEqual([
      paragraph({
        kind: 'bold',
        children: [text('all '), { kind: 'italics', children: [text('of')] }, text(' it')],
      }),
    ]);
  });

  test('a sign with a backslash before it is only a sign', () => {
    expect(inline(String.raw`\*not\* 1\. <@\1>`)).toEqual([paragraph(text(String.raw`*not* 1. <@\1>`))]);
  });

  test('underscores within a word stay', () => {
    expect(inline('snake_case_name and 2 * 3 * 4')).toEqual([paragraph(text('snake_case_name and 2 * 3 * 4'))]);
  });

  test('an address ends before the full stop of its sentence', () => {
    expect(inline('See https://example.org/x?y=1.')).toEqual([
      paragraph(
        text('See '),
        { kind: 'link', href: 'https://example.org/x?y=1', children: [text('https://example.org/x?y=1')] },
        text('.'),
      ),
    ]);
  });

  test('only web addresses become links', () => {
    expect(inline('[x](javascript:alert(1))')).toEqual([paragraph(text('[x](javascript:alert(1))'))]);
  });

  test('markup of a web page is text', () => {
    expect(inline('<img src=x onerror=alert(1)>')).toEqual([paragraph(text('<img src=x onerror=alert(1)>'))]);
  });
});

test('mentions and timestamps carry their ids and seconds', () => {
  expect(inline('<@1> <@!2> <@&3> <#4> </path choose:5> <t:60:R> <t:60> @everyone')).toEqual([
    paragraph(
      { kind: 'user', id: '1' },
      text(' '),
      { kind: 'user', id: '2' },
      text(' '),
      { kind: 'role', id: '3' },
      text(' '),
      { kind: 'channel', id: '4' },
      text(' '),
      { kind: 'command', name: '/path choose', id: '5' },
      text(' '),
      { kind: 'time', millis: 60_000, style: 'R' },
      text(' '),
      { kind: 'time', millis: 60_000, style: 'f' },
      text(' '),
      { kind: 'everyone', name: 'everyone' },
    ),
  ]);
});

describe('lines', () => {
  test('headings, subtext and paragraphs follow each other', () => {
    expect(inline('# One\n## Two\n### Three\n-# small\nplain\nstill plain\n#no heading')).toEqual([
      { kind: 'heading', level: 1, children: [text('One')] },
      { kind: 'heading', level: 2, children: [text('Two')] },
      { kind: 'heading', level: 3, children: [text('Three')] },
      { kind: 'subtext', children: [text('small')] },
      paragraph(text('plain\nstill plain\n#no heading')),
    ]);
  });

  test('lists nest by indentation', () => {
    expect(inline('- a\n  - b\n- c')).toEqual([
      {
        kind: 'list',
        start: undefined,
        items: [
          {
            children: [text('a')],
            inner: [{ kind: 'list', start: undefined, items: [{ children: [text('b')], inner: [] }] }],
          },
          { children: [text('c')], inner: [] },
        ],
      },
    ]);
  });

  test('a numbered list begins where its first number says', () => {
    expect(inline('3. c\n4. d')).toMatchObject([{ kind: 'list', start: 3, items: [{}, {}] }]);
  });

  test('quotes hold blocks of their own', () => {
    expect(inline('> # Title\n> words\nafter')).toEqual([
      { kind: 'quote', children: [{ kind: 'heading', level: 1, children: [text('Title')] }, paragraph(text('words'))] },
      paragraph(text('after')),
    ]);
  });

  test('three signs quote everything that follows', () => {
    expect(inline('>>> one\ntwo')).toEqual([{ kind: 'quote', children: [paragraph(text('one\ntwo'))] }]);
  });

  test('nothing inside a code block is formatted', () => {
    expect(inline('before\n```ts\nconst a = **1**;\n```\nafter')).toEqual([
      paragraph(text('before')),
      { kind: 'code-block', language: 'ts', text: 'const a = **1**;' },
      paragraph(text('after')),
    ]);
  });
});

test('four thousand hostile signs are read without delay to the page', () => {
  const hostile = '**_~~||['.repeat(500);
  expect(JSON.stringify(inline(hostile)).length).toBeGreaterThan(3_000);
});
