/** Where the parts of a credential are found under PUBLIC_URL. The ids inside signed credentials, so they never change. */

export const issuerAddress = (publicUrl: string) => `${publicUrl}/issuer.json`;
/** Open Badges wants a key's id to lead to that one key, not to a set. */
export const keyAddress = (publicUrl: string, thumbprint: string) => `${publicUrl}/keys/${thumbprint}.json`;
/** The certificate's page. */
export const certificateAddress = (publicUrl: string, id: string) => `${publicUrl}/c/${id}`;
export const achievementAddress = (publicUrl: string, id: string) => `${publicUrl}/achievements/${id}.json`;
export const statusListAddress = (publicUrl: string, list: number) => `${publicUrl}/status/${list}.jwt`;

/** The thumbprint in a key's id, whether that id is an address or the thumbprint alone. */
export function thumbprintIn(keyId: string): string | undefined {
  return /(?:^|\/keys\/)([\w-]{43})(?:\.json)?$/.exec(keyId)?.[1];
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Ids of certificates are UUIDs, so that the same id can stand in an address and in `urn:uuid:`. */
export function isCertificateId(text: string): boolean {
  return new RegExp(`^${uuid.source}$`).test(text);
}

/** The id of our certificate in that of a credential: `…/c/ID` or `urn:uuid:ID`. */
export function certificateIdIn(credentialId: string): string | undefined {
  return new RegExp(`(?:/c/|^urn:uuid:)(${uuid.source})$`).exec(credentialId)?.[1];
}
