/** did:jwk by its own specification: the key is what stands after the last colon. For verifiers that are not ours. */
export const didJwk = {
  resolve: async (id: string) => {
    const publicKeyJwk = JSON.parse(Buffer.from(id.split(':')[2] ?? '', 'base64url').toString());
    const key = { id: `${id}#0`, type: 'JsonWebKey2020', controller: id, publicKeyJwk };
    const didDocument = { id, verificationMethod: [key], assertionMethod: [key.id] };
    return { didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument };
  },
};
