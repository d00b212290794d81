import { describe, expect, test } from 'vitest';
import { kindOf, safeName } from '../../src/discord/file-kinds.ts';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF');
const pdf = bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3');
const zip = bytes('PK\x03\x04\x14\0');
const program = bytes('MZ\x90\0\x03');

describe('what a file is', () => {
  test.each([
    ['PNG', png, 'a.png'],
    ['JPEG', jpeg, 'a.JPG'],
    ['GIF', bytes('GIF89a\x01\0'), 'a.gif'],
    ['WebP', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'a.webp'],
    ['PDF', pdf, 'thesis.pdf'],
    ['ZIP', zip, 'repository.zip'],
    ['text or source code', Buffer.from('# Ünïcode\n\tcode()\r\n'), 'README.md'],
  ])('is told by its bytes: %s', (name, content, called) => {
    expect(kindOf(content, called)?.name).toBe(name);
  });

  test.each([
    ['a program', program, 'run.exe'],
    ['a program called a picture', program, 'a.png'],
    ['a text called a picture', Buffer.from('<script>'), 'a.png'],
    ['an archive called a PDF', zip, 'a.pdf'],
    ['a PDF called a picture', pdf, 'a.jpg'],
    ['a picture called an archive', png, 'a.zip'],
    ['text with bytes that are none', bytes('caf\xe9'), 'a.txt'],
    ['text with a NUL in it', bytes('a\0b'), 'a.txt'],
    ['a signature that is cut off', png.subarray(0, 7), 'a.png'],
  ])('is not taken: %s', (_, content, name) => {
    expect(kindOf(content, name)).toBeUndefined();
  });
});

describe('the name under which a file is kept', () => {
  test.each([
    ['my work.png', png, 'my_work.png'],
    ['photo.jpg', png, 'photo.png'],
    ['photo.JPEG', jpeg, 'photo.jpeg'],
    ['page.html', Buffer.from('<p>'), 'page_html.txt'],
    ['main.rs', Buffer.from('fn main() {}'), 'main.rs'],
    ['Makefile', Buffer.from('all:'), 'Makefile.txt'],
    ['report.docx', zip, 'report_docx.zip'],
    ['../../etc/passwd', Buffer.from('root'), 'etc_passwd.txt'],
    ['a"\r\nb.txt', Buffer.from('x'), 'a_b.txt'],
    ['дипломная.pdf', pdf, 'file.pdf'],
    ['.png', png, 'file.png'],
    [`${'x'.repeat(300)}.png`, png, `${'x'.repeat(60)}.png`],
  ])('%j is kept as a name that says what it is', (name, content, kept) => {
    const kind = kindOf(content, name);
    expect(kind && safeName(name, kind)).toBe(kept);
  });
});
