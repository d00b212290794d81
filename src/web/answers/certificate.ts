/** One certificate: its page, its picture, the signed file and the same as data. */
import type { Context, Handler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PublishedCertificate } from '../../domain/issuing.ts';
import type { PublicCertificates } from '../certificates.ts';
import { alwaysAskedAnew, forEveryProgram, forPictures, keptFor } from '../headers.ts';
import { certificatePage } from '../page/certificate-page.ts';
import { createPictureShelf } from '../picture-shelf.ts';
import { certificateJson } from './certificate-json.ts';
import type { Seen } from './refusals.ts';
import { versionOf } from './version.ts';

export interface CertificateOptions {
  readonly publicUrl: string;
  readonly certificates: PublicCertificates;
  readonly now: () => Temporal.Instant;
}

/** What is no id, and an id that is nobody's, are answered alike. */
const asked = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[.](json|png|jwt))?$/;

export function answerCertificate({ publicUrl, certificates, now }: CertificateOptions): Handler<Seen, '/c/:file'> {
  const shelf = createPictureShelf();

  async function picture(context: Context<Seen>, published: PublishedCertificate) {
    const { id } = published.issued;
    const version = versionOf(published);
    // Weak: signatures differ each time, what is signed and seen does not.
    const headers = { etag: `W/"${version}"`, ...keptFor(60), ...forEveryProgram, ...forPictures };
    const has = context.req.header('if-none-match')?.includes(`"${version}"`);
    if (has) return context.body(null, 304, headers);
    const png = await shelf.take(version, () => certificates.certificatePicture(id)).catch(orBusy);
    if (!png) return context.notFound();
    return context.body(new Uint8Array(png), 200, { 'content-type': 'image/png', ...named(id, 'png'), ...headers });
  }

  return async context => {
    const [, id, kind] = asked.exec(context.req.param('file')) ?? [];
    const published = id === undefined ? undefined : await certificates.findPublished(id);
    if (!id || !published) return context.notFound();
    if (kind === 'png') return picture(context, published);
    if (kind === 'jwt') {
      const jwt = await certificates.certificateCredential(id);
      if (jwt === undefined) return context.notFound();
      return context.body(jwt, 200, {
        'content-type': 'application/vc+jwt',
        'content-disposition': `attachment; filename="${id}.jwt"`,
        ...alwaysAskedAnew,
        ...forEveryProgram,
      });
    }
    if (kind === 'json') {
      return context.body(`${JSON.stringify(certificateJson(published, publicUrl), undefined, 2)}\n`, 200, {
        'content-type': 'application/json',
        ...alwaysAskedAnew,
        ...forEveryProgram,
      });
    }
    context.header('cache-control', alwaysAskedAnew['cache-control']);
    return context.html(certificatePage({ published, publicUrl, at: now() }));
  };
}

function orBusy(fault: unknown): never {
  throw fault instanceof Error && fault.name === 'PicturesBusy' ? new HTTPException(503, { cause: fault }) : fault;
}

const named = (id: string, kind: string) => ({ 'content-disposition': `inline; filename="${id}.${kind}"` });
