/** A certificate's picture inside a message, and the file it comes as. */
import { type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import { certificateNumber } from '../domain/certificate-number.ts';
import type { DrawOutcome, PublishedCertificate } from '../domain/issuing.ts';
import type { MessageFile } from './message.ts';

interface Pictured {
  readonly piece: APIComponentInContainer;
  readonly files: readonly MessageFile[];
}

/** @param ending "png" or "jwt" */
export function fileName({ issued }: Pick<PublishedCertificate, 'issued'>, ending: string): string {
  return `${issued.certificateId}-${certificateNumber(issued.id)}.${ending}`;
}

/** Nothing where it could not be drawn just now. */
export function pictured(published: PublishedCertificate, picture: DrawOutcome): Pictured | undefined {
  if (picture.kind === 'busy') return undefined;
  const { png: bytes, alt } = picture;
  const name = fileName(published, 'png');
  const media = { url: `attachment://${name}` };
  return {
    piece: { type: ComponentType.MediaGallery, items: [{ media, description: alt }] },
    files: [{ name, bytes, alt }],
  };
}
