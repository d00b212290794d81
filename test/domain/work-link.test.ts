import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isForEverybody, longestLink, readLink } from '../../src/domain/work-link.ts';

describe('a link to somebody’s work', () => {
  test.each([
    ['https://github.com/ada/counter', 'https://github.com/ada/counter'],
    ['  http://example.org  ', 'http://example.org/'],
    ['github.com/ada/counter', 'https://github.com/ada/counter'],
    ['<https://github.com/ada>', 'https://github.com/ada'],
    ['https://bücher.example/größe', 'https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe'],
    ['HTTPS://GitHub.com/Ada', 'https://github.com/Ada'],
    ['https://203.0.113.7:3000/health', 'https://203.0.113.7:3000/health'],
    ['https://discord.com/channels/1/2/3', 'https://discord.com/channels/1/2/3'],
  ])('%s is read as %s', (typed, url) => {
    expect(readLink(typed)).toEqual({ kind: 'link', url });
  });

  test.each([
    ['my repo', 'no-address'],
    ['counter', 'no-address'],
    ['', 'no-address'],
    ['https://', 'no-address'],
    ['https://github.com/ada counter', 'no-address'],
    ['javascript:alert(1)', 'no-address'],
    ['ftp://example.org/x', 'no-address'],
    ['file:///etc/passwd', 'no-address'],
    ['https://ada:secret@example.org/', 'no-address'],
    ['https://cdn.discordapp.com/attachments/1/2/a.png?ex=1', 'expires'],
    ['media.discordapp.net/attachments/1/2/a.png', 'expires'],
    ['https://localhost:3000', 'private'],
    ['http://192.168.0.7/', 'private'],
    ['http://0x7f000001/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://printer.local/', 'private'],
    ['https://intranet/wiki', 'private'],
    [`https://example.org/${'x'.repeat(longestLink)}`, 'too-long'],
  ])('%s is refused as %s', (typed, why) => {
    expect(readLink(typed)).toEqual({ kind: 'fault', why });
  });

  test('whatever is typed, what is taken is an address of the web that fits and stays the same when read again', () => {
    const typed = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, text => {
        const reading = readLink(text);
        if (reading.kind === 'fault') return;
        expect(reading.url).toMatch(/^https?:\/\/[^\s<>]+$/);
        expect(reading.url.length).toBeLessThanOrEqual(longestLink);
        expect(readLink(reading.url)).toEqual(reading);
      }),
    );
  });
});

test.each([
  ['https://discord.com/channels/1/2/3', false],
  ['http://ptb.discord.com/channels/@me/2/3', false],
  ['https://discordapp.com/channels/1/2', false],
  ['https://discord.com/developers/docs', true],
  ['https://notdiscord.com/channels/1/2', true],
  ['https://github.com/ada/discord.com/channels/', true],
])('%s can be opened by everybody: %s', (url, is) => {
  expect(isForEverybody(url)).toBe(is);
});
