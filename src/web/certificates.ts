/** What the web server asks the flows. All of it is public: found by an id nobody can guess, and never listed. */
import type { PublishedCertificate } from '../domain/issuing.ts';

/** Undefined: there is no such thing. */
export interface PublicCertificates {
  findPublished(id: string): Promise<PublishedCertificate | undefined>;
  /** With the credential baked in. @throws an error named PicturesBusy while too many others are being drawn */
  certificatePicture(id: string): Promise<Uint8Array | undefined>;
  certificateCredential(id: string): Promise<string | undefined>;
  issuerDocument(): Promise<object | undefined>;
  achievementById(certificateId: string): Promise<object | undefined>;
  keySet(): Promise<object>;
  publicKey(thumbprint: string): Promise<object | undefined>;
  statusList(list: number): Promise<string | undefined>;
}
