import { beforeEach, describe, expect, test } from 'vitest';
import { readBadge } from '../../src/credentials/badge.ts';
import { certificateNumber } from '../../src/domain/certificate-number.ts';
import type { IssuedCertificate } from '../../src/domain/issued-certificate.ts';
import { partOf } from '../credentials/a-certificate.ts';
import { at } from '../support/builders.ts';
import { issued } from './a-showcase.ts';
import { aSite, type Site } from './a-site.ts';

let site: Site;
beforeEach(async () => {
  site = await aSite();
});
const show = (more: Partial<IssuedCertificate>) => {
  site.showcase.shown = { ...issued, ...more };
};
const read = async (kind = '') => (await site.get(`/c/${issued.id}${kind}`)).text();
const bytes = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe('the page', () => {
  test('says who learned what, where, when and with which evidence', async () => {
    const html = await read();
    for (const said of [
      '<h1><bdi>Ada Lovelace</bdi></h1>',
      '<strong dir="auto">Distributed Systems Foundation</strong>',
      '<dd dir="auto">Quorum &amp; Friends</dd>',
      '<time datetime="2026-03-03">3 March 2026</time>',
      '<dd dir="auto">Beginner Path</dd>',
      '<dd>4 items, 1 confirmed by a mentor, 1 confirmed by a peer, 1 with work shown</dd>',
      '<p dir="auto">A distributed counter</p><p class="level">Work shown',
      '<p dir="auto">Law 1: Correlated Failure</p><p class="level">Marked by the learner</p>',
      '<strong>In force</strong>',
      'as of <time datetime="2026-05-01T09:00:00Z">1 May 2026 at 09:00 UTC</time>',
    ]) {
      expect(html).toContain(said);
    }
  });

  test('leads to shown work without vouching for it', async () => {
    expect(await read()).toContain(
      '<a href="https://code.example.org/ada/counter?tab=readme&amp;x=1" rel="nofollow noopener ugc">code.example.org</a>',
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,<b>', 'not a link', ' https//x', 'file:///etc/passwd'])(
    'shows no link for %s, and neither does the data',
    async link => {
      show({ items: [{ itemId: 'x', title: 'X', level: 'linked', link }] });
      expect(await read()).toContain('<p class="level">Work shown</p>');
      expect(JSON.parse(await read('.json')).evidence.items).toEqual([{ title: 'X', level: 'linked' }]);
    },
  );

  test.each(['"><script>alert(1)</script>', "' onload='x", '</title><b>', '<img src=x onerror=1>', '&lt;'])(
    'shows the name %s as it is written and nothing else',
    async name => {
      show({ name, title: `Title ${name}`, items: [{ itemId: 'x', title: name, level: 'self-marked' }] });
      const html = await read();
      const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const quoted = escaped.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
      expect(html).toContain(`<h1><bdi>${quoted}</bdi></h1>`);
      expect(html).toContain(`<p dir="auto">${quoted}</p>`);
      expect(html).not.toMatch(/<script|<img src=x|<\/title><b>|' onload/);
    },
  );

  test('unfolds elsewhere with whole addresses, a title, a description and a picture of known size', async () => {
    const html = await read();
    const page = `${site.url}/c/${issued.id}`;
    const alt =
      'Certificate of Quorum &amp; Friends: Ada Lovelace has earned Distributed Systems Foundation. Path: Beginner Path. Issued on 3 March 2026 for 4 items, 1 confirmed by a mentor, 1 confirmed by a peer, 1 with work shown.';
    for (const tag of [
      '<title>Ada Lovelace – Distributed Systems Foundation</title>',
      `<link rel="canonical" href="${page}">`,
      `<meta property="og:url" content="${page}">`,
      '<meta property="og:title" content="Ada Lovelace – Distributed Systems Foundation">',
      '<meta property="og:site_name" content="Quorum &amp; Friends">',
      `<meta property="og:image" content="${page}.png">`,
      '<meta property="og:image:width" content="1600">',
      '<meta property="og:image:height" content="1131">',
      `<meta property="og:image:alt" content="${alt}">`,
      '<meta name="twitter:card" content="summary_large_image">',
      `<meta name="twitter:image" content="${page}.png">`,
      `width="1600" height="1131" alt="${alt}"`,
    ]) {
      expect(html).toContain(tag);
    }
  });

  test('fills in the form with which LinkedIn adds a certificate', async () => {
    const [, link = ''] = /href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(await read()) ?? [];
    const { searchParams } = new URL(link.replaceAll('&amp;', '&'));
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Distributed Systems Foundation',
      organizationName: 'Quorum & Friends',
      issueYear: '2026',
      issueMonth: '3',
      certUrl: `${site.url}/c/${issued.id}`,
      certId: certificateNumber(issued.id),
    });
  });

  test('keeps a name from right to left from turning the title around', async () => {
    show({ name: 'محمد' });
    expect(await read()).toContain('<title>\u2068محمد\u2069 – Distributed Systems Foundation</title>');
  });

  test('is asked for anew each time, so that a revocation shows at once', async () => {
    expect((await site.get(`/c/${issued.id}`)).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('once it is revoked', () => {
  beforeEach(() => show({ revoked: { at: at('2026-04-02'), why: 'work-not-own' } }));

  test('the page says so first, with day and reason, and offers it to no profile', async () => {
    const html = await read();
    expect(html).toContain('<strong>Revoked on <time datetime="2026-04-02">2 April 2026</time></strong>');
    expect(html).toContain('Work shown for it was not the learner’s own.');
    expect(html).toContain('<title>Revoked: Ada Lovelace');
    expect(html).toContain('content="This certificate of Quorum &amp; Friends was revoked on 2 April 2026');
    expect(html).not.toMatch(/linkedin|In force/);
    // A link unfolds without the picture, which looks as if it held.
    expect(html).not.toMatch(/og:image|twitter:image/);
    expect(html).toContain('content="Revoked: ');
  });

  test('the data say so, and the signed file can still be had', async () => {
    const data = JSON.parse(await read('.json'));
    expect(data).toMatchObject({ status: 'revoked', revoked: { on: '2026-04-02T09:00:00Z', why: 'work-not-own' } });
    expect(partOf(await read('.jwt'), 1).credentialStatus.statusListCredential).toBe(data.statusList);
  });
});

test('nothing that is shown says who the member is on Discord', async () => {
  const answers = await Promise.all(['', '.json', '.jwt'].map(read));
  answers.push(JSON.stringify(partOf(answers[2] ?? '', 1)));
  for (const answer of answers) expect(answer).not.toMatch(/175928847299117063|"1100"/);
});

test('the data name the certificate, what stands behind it, and where the rest is', async () => {
  const page = `${site.url}/c/${issued.id}`;
  expect(JSON.parse(await read('.json'))).toMatchObject({
    id: page,
    status: 'in-force',
    name: 'Ada Lovelace',
    certificate: { id: `${site.url}/achievements/foundation.json`, title: 'Distributed Systems Foundation' },
    issuedOn: '2026-03-03T23:30:00Z',
    picture: `${page}.png`,
    credential: `${page}.jwt`,
    statusList: `${site.url}/status/1.jwt`,
  });
});

describe('the picture', () => {
  test('carries the credential of this certificate', async () => {
    const answer = await site.get(`/c/${issued.id}.png`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const badge = readBadge(await bytes(answer));
    expect(badge.kind === 'badge' && partOf(badge.jwt, 1).id).toBe(`${site.url}/c/${issued.id}`);
  });

  test.each([
    { name: 'Ada King' },
    { changedAt: at('2026-04-01') },
    { title: 'Foundation' },
    { revoked: { at: at('2026-04-02'), why: 'other' } },
  ] as const)('is not sent again to who has it, until something on it changes: %j', async change => {
    const etag = (await site.get(`/c/${issued.id}.png`)).headers.get('etag') ?? '';
    const again = () => site.get(`/c/${issued.id}.png`, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    expect(site.showcase.drawn).toBe(1);
    show(change);
    expect((await again()).status).toBe(200);
    expect(site.showcase.drawn).toBe(2);
  });

  test('is drawn once for all who ask at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => site.get(`/c/${issued.id}.png`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(site.showcase.drawn).toBe(1);
  });

  test('is asked for again in a moment while too many are being drawn', async () => {
    const { draw } = site.showcase;
    site.showcase.draw = () => Promise.reject(Object.assign(new Error('Too many'), { name: 'PicturesBusy' }));
    const answer = await site.get(`/c/${issued.id}.png`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
    site.showcase.draw = draw;
    expect((await site.get(`/c/${issued.id}.png`)).status).toBe(200);
  });
});

test('the signed file is a download named after the certificate', async () => {
  const { headers } = await site.get(`/c/${issued.id}.jwt`);
  expect(headers.get('content-type')).toBe('application/vc+jwt');
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${issued.id}.jwt"`);
});
