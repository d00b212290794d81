/** What the words in our JSON documents mean. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
/** Open Badges 3.0; the order of the two is part of the standard. */
export const badgeContexts = [
  credentialsContext,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;
