/** What a verifier fetches: issuer, keys, achievements and status lists, at the addresses that credentials name. */
import type { Context, Hono } from 'hono';
import type { PublicCertificates } from '../certificates.ts';
import { forEveryProgram, keptFor } from '../headers.ts';
import type { Seen } from './refusals.ts';

export function answerDocuments(app: Hono<Seen>, certificates: PublicCertificates): void {
  app.get('/issuer.json', async context => json(context, await certificates.issuerDocument()));
  app.get('/.well-known/jwks.json', async context => json(context, await certificates.keySet()));
  app.get('/keys/:file{[A-Za-z0-9_-]{43}[.]json}', async context =>
    json(context, await certificates.publicKey(beforeDot(context.req.param('file')))),
  );
  app.get('/achievements/:file{[a-z0-9-]{1,64}[.]json}', async context =>
    json(context, await certificates.achievementById(beforeDot(context.req.param('file')))),
  );
  app.get('/status/:file{[0-9]{1,6}[.]jwt}', async context => {
    const list = await certificates.statusList(Number(beforeDot(context.req.param('file'))));
    if (list === undefined) return context.notFound();
    return context.body(list, 200, { 'content-type': 'application/vc+jwt', ...keptFor(60), ...forEveryProgram });
  });
}

const beforeDot = (file: string) => file.slice(0, file.indexOf('.'));

function json(context: Context, document: object | undefined): Response | Promise<Response> {
  if (!document) return context.notFound();
  return context.body(`${JSON.stringify(document, undefined, 2)}\n`, 200, {
    'content-type': 'application/json',
    ...keptFor(300),
    ...forEveryProgram,
  });
}
