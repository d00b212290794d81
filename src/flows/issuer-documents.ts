/** What the community publishes so that others can verify its certificates by themselves. */
import { achievementDocument } from '../credentials/achievement.ts';
import { issuerProfile } from '../credentials/issuer.ts';
import { publicJwk, publicJwks } from '../credentials/jwks.ts';
import { listLength, statusLists } from '../credentials/status-entry.ts';
import { statusListCredential } from '../credentials/status-list.ts';
import { countIssued } from '../store/issued-certificates.ts';
import { revokedIndexes } from '../store/revocations.ts';
import { achievementFacts } from './certificate-facts.ts';
import type { FlowContext } from './context.ts';

export async function issuerDocument({ community, publicUrl }: FlowContext): Promise<object | undefined> {
  return publicUrl === undefined ? undefined : issuerProfile({ name: community.name }, publicUrl);
}

export async function achievementById(context: FlowContext, certificateId: string): Promise<object | undefined> {
  const { community, curriculum, publicUrl } = context;
  const certificate = curriculum.certificates.get(certificateId);
  if (!certificate || publicUrl === undefined) return undefined;
  return achievementDocument(achievementFacts(context, certificate), { name: community.name }, publicUrl);
}

export async function keySet({ keys, publicUrl }: FlowContext): Promise<object> {
  return publicJwks((await keys()).published, publicUrl);
}

export async function publicKey({ keys, publicUrl }: FlowContext, thumbprint: string): Promise<object | undefined> {
  const key = (await keys()).published.find(one => one.thumbprint === thumbprint);
  return key && publicJwk(key, publicUrl);
}

/** @returns undefined for a list that no certificate can stand in yet */
export async function statusList(context: FlowContext, list: number): Promise<string | undefined> {
  const { db, keys, publicUrl, now } = context;
  if (publicUrl === undefined || !Number.isSafeInteger(list) || list < 0) return undefined;
  if (list >= statusLists(await countIssued(db))) return undefined;
  const revoked = await revokedIndexes(db, list * listLength, (list + 1) * listLength);
  return await statusListCredential({ list, revoked, at: now() }, (await keys()).signing, publicUrl);
}
