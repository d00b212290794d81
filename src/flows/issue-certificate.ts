/** A member confirms the name to print: the certificate is issued, or issued anew under a corrected name. */
import { newSalt } from '../credentials/identity.ts';
import { anyStatusIndex } from '../credentials/status-entry.ts';
import type { Effect } from '../domain/effect.ts';
import type { IssuedCertificate } from '../domain/issued-certificate.ts';
import type { IssueOutcome, Wish } from '../domain/issuing.ts';
import { printedName } from '../domain/printed-name.ts';
import { PicturesBusy } from '../pictures/pictures.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { countIssued, findIssued, renameIssued, saveIssued } from '../store/issued-certificates.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { findNameDraft, forgetNameDraft, saveNameDraft } from '../store/name-drafts.ts';
import { enqueue } from '../store/outbox.ts';
import { pathTitleOf, publishedOf } from './certificate-facts.ts';
import { certifiedItems } from './certified-items.ts';
import type { Asker, FlowContext } from './context.ts';
import { ownCertificate } from './own-certificate.ts';

export async function issueCertificate(
  context: FlowContext,
  asker: Asker,
  certificateId: string,
  wish: Wish,
): Promise<IssueOutcome> {
  const { db, wake } = context;
  if (!(await loadLearner(db, asker)).certificates.has(certificateId)) return { kind: 'not-earned' };
  const isIssued = (await findIssued(db, asker, certificateId)) !== undefined;
  const checked = await checkName(context, { certificateId, isIssued }, wish);
  if (checked.kind !== 'printable') {
    const draft = { name: wish.name.slice(0, longestDraft), announce: wish.announce };
    if (checked.kind !== 'name-empty') await saveNameDraft(db, asker, certificateId, draft, context.now());
    return checked;
  }
  const decided = await inTransaction(db, tx => settle(context, tx, asker, certificateId, { ...wish, ...checked }));
  if (decided.kind === 'not-earned' || decided.kind === 'revoked') return decided;
  if (wish.announce) wake();
  return { kind: decided.kind, own: await ownCertificate(context, decided.issued) };
}

/** The same with the name typed before, after the member was told what cannot be drawn of it. */
export async function issueAsTyped(
  context: FlowContext,
  asker: Asker,
  certificateId: string,
  anyway?: true,
): Promise<IssueOutcome> {
  const draft = await findNameDraft(context.db, asker, certificateId);
  // A second press: what was typed has been printed since.
  const name = draft?.name ?? (await findIssued(context.db, asker, certificateId))?.name ?? '';
  const announce = draft?.announce ?? false;
  return await issueCertificate(context, asker, certificateId, { name, announce, ...(anyway && { anyway }) });
}

/** More than any form takes. */
const longestDraft = 400;

type Checked =
  | { readonly kind: 'printable'; readonly name: string }
  | Extract<IssueOutcome, { kind: 'name-empty' | 'name-too-long' | 'stacked-marks' | 'undrawable' | 'busy' }>;

async function checkName(
  { pictures }: FlowContext,
  which: { readonly certificateId: string; readonly isIssued: boolean },
  wish: Wish,
): Promise<Checked> {
  const printed = printedName(wish.name);
  if (printed.kind === 'empty') return { kind: 'name-empty', ...which };
  if (printed.kind === 'too-long') return { ...printed, kind: 'name-too-long', ...which };
  if (printed.kind === 'stacked-marks') return { kind: 'stacked-marks', ...which };
  const { name } = printed;
  const characters = await undrawable(pictures, name);
  if (!characters) return { kind: 'busy', certificateId: which.certificateId };
  const left = [...name].filter(character => !characters.includes(character)).join('');
  const isAll = !/[\p{L}\p{N}\p{P}\p{S}]/u.test(left);
  if (characters.length > 0 && (isAll || !wish.anyway))
    return { kind: 'undrawable', ...which, name, characters, isAll };
  return { kind: 'printable', name };
}

/** Undefined when too much else is being drawn. */
async function undrawable(pictures: FlowContext['pictures'], name: string): Promise<readonly string[] | undefined> {
  try {
    return await pictures.undrawable(name);
  } catch (error) {
    if (error instanceof PicturesBusy) return undefined;
    throw error;
  }
}

type Settled =
  | { readonly kind: 'issued' | 'corrected' | 'unchanged'; readonly issued: IssuedCertificate }
  | Extract<IssueOutcome, { kind: 'revoked' | 'not-earned' }>;

async function settle(
  context: FlowContext,
  tx: Db,
  asker: Asker,
  certificateId: string,
  { name, announce }: Wish,
): Promise<Settled> {
  const { now } = context;
  await lockMember(tx, asker);
  await forgetNameDraft(tx, asker, certificateId);
  const known = await findIssued(tx, asker, certificateId);
  if (known?.revoked) return { kind: 'revoked', published: publishedOf(context, known) };
  const kind = known
    ? await corrected(context, tx, asker, known, name)
    : await issued(context, tx, asker, certificateId, name);
  const record = await findIssued(tx, asker, certificateId);
  if (!record) return { kind: 'not-earned' };
  const { guildId, userId } = asker;
  const effect: Effect = { kind: 'announce-certificate', member: { guildId, userId }, certificateId };
  if (announce) await enqueue(tx, [effect], now());
  return { kind, issued: record };
}

async function corrected(
  { now }: FlowContext,
  tx: Db,
  { interactionId }: Asker,
  known: IssuedCertificate,
  name: string,
): Promise<'corrected' | 'unchanged'> {
  if (known.name === name) return 'unchanged';
  return (await renameIssued(tx, known, name, interactionId, now())) ? 'corrected' : 'unchanged';
}

/** Far more than it takes: at least half of the places are free. */
const tries = 64;

async function issued(
  context: FlowContext,
  tx: Db,
  asker: Asker,
  certificateId: string,
  name: string,
): Promise<'issued'> {
  const learner = await loadLearner(tx, asker);
  const earned = learner.certificates.get(certificateId);
  const certificate = context.curriculum.certificates.get(certificateId);
  // Revoked before it was issued, or taken out of the curriculum: nobody could say what it stands for.
  if (!earned || earned.revoked || !certificate) return 'issued';
  const items = await certifiedItems(context.curriculum, tx, asker, certificate, earned, learner);
  const { guildId, userId } = asker;
  const count = await countIssued(tx);
  for (let tried = 0; tried < tries; tried++) {
    const facts = {
      id: crypto.randomUUID(),
      member: { guildId, userId },
      certificateId,
      title: certificate.title,
      pathTitle: pathTitleOf(context, certificate),
      name,
      items,
      salt: newSalt(),
      statusIndex: anyStatusIndex(count),
    };
    if (await saveIssued(tx, facts, asker.interactionId, context.now())) return 'issued';
  }
  throw new Error('No free place was found in the status lists.');
}
