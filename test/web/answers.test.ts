import { type IncomingMessage, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { issued } from './a-showcase.ts';
import { aSite, type Site } from './a-site.ts';

const page = `/c/${issued.id}`;
const nobodys = '/c/00000000-0000-4000-8000-000000000000';
const headersOf = ({ headers }: Response) => Object.fromEntries(headers);
const everyKind = ['', '.json', '.png', '.jwt'].map(kind => `${page}${kind}`);

describe('every answer', () => {
  test.each(['/health', page, `${page}.json`, `${page}.png`, '/status/1.jwt', '/robots.txt', '/nothing'])(
    'of %s forbids scripts, frames, guessing, referrers and indexing',
    async path => {
      const headers = headersOf(await (await aSite()).get(path));
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; img-src 'self'; style-src '(sha256-[^']+|unsafe-inline)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
        ),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  test('asks browsers to stay with https where the public address has it', async () => {
    const site = await aSite({ publicUrl: 'https://cairn.example.org' });
    expect(headersOf(await site.get('/robots.txt'))['strict-transport-security']).toBe('max-age=31536000');
  });

  test.each(everyKind)('to HEAD %s is the one to GET without its body', async path => {
    const site = await aSite();
    const [get, head] = [await site.get(path), await site.get(path, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const told = ({ headers }: Response) => headers.get('content-type');
    expect(told(head)).toBe(told(get));
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('to %s is that nothing can be changed', async method => {
    const answer = await (await aSite()).get(page, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });
});

test('only a picture, which has no styles of its own, may be styled by the browser', async () => {
  const site = await aSite();
  const styles = async (path: string) =>
    /style-src '(\w+)/.exec((await site.get(path)).headers.get('content-security-policy') ?? '')?.[1];
  expect(await Promise.all(everyKind.map(styles))).toEqual(['sha256', 'sha256', 'unsafe', 'sha256']);
});

describe('what nobody needs to send', () => {
  test('headers of more than 8 kB are refused', async () => {
    const answer = await (await aSite()).get(page, { headers: { cookie: 'x'.repeat(9_000) } });
    expect(answer.status).toBe(431);
  });

  test('a body is not read: the connection ends with the answer', async () => {
    const site = await aSite();
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { 'content-length': '1000000' };
      request(`${site.url}${page}`, { method: 'GET', headers }, resolve).on('error', reject).flushHeaders();
    });
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
    answer.destroy();
  });
});

describe('what is not there', () => {
  test.each([
    ['/c/', 'no id'],
    ['/c/1', 'something that is no id'],
    [`/c/${issued.id.toUpperCase()}`, 'an id in capitals'],
    [`${page}.svg`, 'a file of another kind'],
    [`${page}/`, 'a slash at the end'],
    [`${nobodys}.png`, "a picture that is nobody's"],
    [`${nobodys}.jwt`, "a signed file that is nobody's"],
    [`${nobodys}.json`, "data that is nobody's"],
    ['/c/%00', 'a zero byte'],
    ['/c/..%2F..%2Fetc%2Fpasswd', 'a way out'],
    ['/', 'a list'],
    ['/keys/../../x.json', 'a way up'],
  ])('%s, %s, is answered like an id that is nobody’s', async path => {
    const site = await aSite();
    const [unknown, this_] = await Promise.all([site.get(nobodys), site.get(path)]);
    expect(this_.status).toBe(404);
    expect(await this_.text()).toBe(await unknown.text());
    expect(this_.headers.get('content-type')).toBe(unknown.headers.get('content-type'));
  });

  test('a path of broken encoding is no fault of ours', async () => {
    const site = await aSite();
    expect((await site.get('/c/%E0%A4%A')).status).toBe(404);
  });
});

describe('without a public address', () => {
  const off = async (): Promise<Site> => aSite({ publicUrl: null });

  test.each([...everyKind, '/issuer.json', '/.well-known/jwks.json', '/status/1.jwt', '/icon.svg'])(
    '%s says that the community has not switched pages on',
    async path => {
      const answer = await (await off()).get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('This community has not switched on certificate pages');
    },
  );

  test('the health is shown all the same', async () => {
    expect((await (await off()).get('/health')).status).toBe(200);
  });
});

describe('health', () => {
  test('is 200 with what is well', async () => {
    const answer = await (await aSite()).get('/health');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', gateway: 'connected', database: 'up' }]);
  });

  test.each([
    { gateway: 'connecting', database: 'up' },
    { gateway: 'connected', database: 'down' },
  ] as const)('is 503 with $gateway and $database', async state => {
    const answer = await (await aSite({ health: async () => state })).get('/health');
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unwell', ...state }]);
  });

  test('asks the database once a second, however often it is asked itself', async () => {
    let asked = 0;
    const health = async () => {
      asked++;
      return { gateway: 'connected', database: 'up' } as const;
    };
    const site = await aSite({ health });
    for (let time = 0; time < 5; time++) await site.get('/health');
    expect(asked).toBe(1);
    site.clock.now = site.clock.now.add({ seconds: 1 });
    await site.get('/health');
    expect(asked).toBe(2);
  });
});

test('robots may come, since the pages themselves say that they are in no index', async () => {
  expect(await (await (await aSite()).get('/robots.txt')).text()).toBe('User-agent: *\nDisallow:\n');
});

test('below a path, the pages are found with it and without it, and link with it', async () => {
  const site = await aSite({ publicUrl: 'https://example.org/cairn' });
  expect((await site.get(`/cairn${page}`)).status).toBe(200);
  const answer = await site.get(page);
  expect(await answer.text()).toContain(`src="/cairn${page}.png"`);
});

describe('too many requests', () => {
  test('of one client are refused until it has waited; another is let in', async () => {
    const site = await aSite();
    const from = (address: string) => site.get('/robots.txt', { headers: { 'x-forwarded-for': address } });
    for (let time = 0; time < 120; time++) expect((await from('203.0.113.7')).status).toBe(200);
    const refused = await from('203.0.113.7');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await from('203.0.113.8')).status).toBe(200);
    site.clock.now = site.clock.now.add({ seconds: 1 });
    expect((await from('203.0.113.7')).status).toBe(200);
  });

  test('leave the health alone', async () => {
    const site = await aSite();
    for (let time = 0; time < 125; time++) expect((await site.get('/health')).status).toBe(200);
  });
});

test('a fault is on record, and is told without its reasons', async () => {
  const faults: object[] = [];
  const site = await aSite({ log: { error: (fields: object | string) => void faults.push(Object(fields)) } });
  site.showcase.certificates.findPublished = () => Promise.reject(new Error('The secret reason'));
  const answer = await site.get(page);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret reason');
  expect(faults).toEqual([{ err: expect.objectContaining({ message: 'The secret reason' }), path: page }]);
});
