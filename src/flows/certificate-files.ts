/** A certificate's picture and its signed file, made of what is on record whenever somebody asks. */
import { bakePng } from '../credentials/badge.ts';
import { issueCredential } from '../credentials/issue.ts';
import type { IssuedCertificate } from '../domain/issued-certificate.ts';
import type { DrawOutcome } from '../domain/issuing.ts';
import { PicturesBusy } from '../pictures/pictures.ts';
import { altText } from '../pictures/wording.ts';
import { findIssuedById } from '../store/issued-certificates.ts';
import { credentialFacts, pictureFacts } from './certificate-facts.ts';
import type { FlowContext } from './context.ts';

/** With its signed file baked in. @throws PicturesBusy when too many are waiting: it has to be asked for again. */
export async function certificatePicture(context: FlowContext, id: string): Promise<Uint8Array | undefined> {
  const issued = await findIssuedById(context.db, id);
  return issued && (await drawn(context, issued));
}

export async function certificateCredential(context: FlowContext, id: string): Promise<string | undefined> {
  const issued = await findIssuedById(context.db, id);
  return issued && (await signCertificate(context, issued));
}

export async function drawCertificate(context: FlowContext, issued: IssuedCertificate): Promise<DrawOutcome> {
  try {
    return { kind: 'drawn', png: await drawn(context, issued), alt: altText(pictureFacts(context, issued)) };
  } catch (error) {
    if (error instanceof PicturesBusy) return { kind: 'busy' };
    throw error;
  }
}

async function drawn(context: FlowContext, issued: IssuedCertificate): Promise<Uint8Array> {
  const drawing = context.pictures.certificate(pictureFacts(context, issued));
  const [png, jwt] = await Promise.all([drawing, signCertificate(context, issued)]);
  return bakePng(png, jwt);
}

export async function signCertificate(context: FlowContext, issued: IssuedCertificate): Promise<string> {
  const { signing } = await context.keys();
  return await issueCredential(credentialFacts(context, issued), signing, { publicUrl: context.publicUrl });
}
