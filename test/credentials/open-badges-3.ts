/**
 * The rules of Open Badges 3.0 for an AchievementCredential that is signed as a JWT (sections 8.2 and B.1), written down
 * from the standard and not from our code: what it requires, what it forbids, one finding for each breach.
 */

type Json = Readonly<Record<string, unknown>>;
type Rule = readonly [path: string, holds: (value: unknown, whole: Json) => boolean];

const text = (value: unknown) => typeof value === 'string' && value.length > 0;
const uri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
const optional = (holds: (value: unknown) => boolean) => (value: unknown) => value === undefined || holds(value);
const contains = (one: string) => (value: unknown) => Array.isArray(value) && value.includes(one);
const dateTimeZ = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
const equals = (path: string) => (value: unknown, whole: Json) => value !== undefined && value === at(whole, path);

const credential: readonly Rule[] = [
  ['@context.0', value => value === 'https://www.w3.org/ns/credentials/v2'],
  [
    '@context.1',
    value => /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/.test(String(value)),
  ],
  ['id', uri],
  ['type', contains('VerifiableCredential')],
  ['type', value => contains('AchievementCredential')(value) || contains('OpenBadgeCredential')(value)],
  ['name', optional(text)],
  ['issuer.id', uri],
  ['issuer.type', contains('Profile')],
  ['issuer.url', optional(uri)],
  ['validFrom', dateTimeZ],
  ['awardedDate', optional(dateTimeZ)],
  ['credentialSubject.type', contains('AchievementSubject')],
  ['credentialSubject.id', uri],
  ['credentialSubject.achievement.id', uri],
  ['credentialSubject.achievement.type', contains('Achievement')],
  ['credentialSubject.achievement.name', text],
  ['credentialSubject.achievement.description', text],
  ['credentialSubject.achievement.criteria.narrative', text],
  ['credentialSubject.identifier', value => each(value, identity)],
  [
    'evidence',
    value =>
      each(value, [
        ['type', contains('Evidence')],
        ['id', optional(uri)],
        ['name', optional(text)],
      ]),
  ],
  ['proof', value => value === undefined],
  ['vc', value => value === undefined],
];

const identity: readonly Rule[] = [
  ['type', value => value === 'IdentityObject'],
  ['hashed', value => typeof value === 'boolean'],
  [
    'identityHash',
    (value, { hashed }) => (hashed ? /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i : /./).test(String(value)),
  ],
  ['identityType', value => /^(name|emailAddress|accountId|userName|ext:[\w.-]+)$/.test(String(value))],
  ['salt', optional(text)],
];

const claims: readonly Rule[] = [
  ['iss', equals('issuer.id')],
  ['jti', equals('id')],
  ['sub', equals('credentialSubject.id')],
  ['nbf', (value, whole) => value === Date.parse(String(at(whole, 'validFrom'))) / 1000],
  ['exp', (value, { validUntil }) => (value === undefined) === (validUntil === undefined)],
];

/** W3C Bitstring Status List, section 2.1. */
const status: readonly Rule[] = [
  ['type', value => value === 'BitstringStatusListEntry'],
  ['statusPurpose', value => value === 'revocation'],
  ['statusListIndex', value => typeof value === 'string' && /^\d+$/.test(value)],
  ['statusListCredential', uri],
  ['id', (value, { statusListCredential }) => uri(value) && value !== statusListCredential],
];

const header: readonly Rule[] = [
  ['alg', value => value === 'RS256' || value === 'ES256'],
  ['typ', optional(value => value === 'JWT')],
  ['kid', optional(uri)],
  ['kid', (value, { jwk }) => value !== undefined || jwk !== undefined],
  ['jwk.d', value => value === undefined],
  ['', value => Object.keys(value as Json).every(name => ['alg', 'typ', 'kid', 'jwk'].includes(name))],
];

export const breachesOfPayload = (payload: Json) => [
  ...breaches(payload, credential),
  ...breaches(payload, claims),
  ...(payload.credentialStatus ? breaches(payload.credentialStatus as Json, status) : []),
];
export const breachesOfHeader = (says: Json) => breaches(says, header);

function breaches(whole: Json, rules: readonly Rule[]): readonly string[] {
  return rules.filter(([path, holds]) => !holds(at(whole, path), whole)).map(([path]) => path);
}

function each(value: unknown, rules: readonly Rule[]): boolean {
  return Array.isArray(value) && value.every(one => breaches(one, rules).length === 0);
}

function at(whole: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, name) => (value as Json | undefined)?.[name], whole);
}
