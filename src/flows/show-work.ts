/** A member shows their work for an item, ticked or not: a link that is checked, or a file that is kept. */
import type { Offered } from '../domain/completion.ts';
import type { Item } from '../domain/curriculum.ts';
import type { KeepOutcome, Upload } from '../domain/evidence.ts';
import { findExact } from '../domain/search.ts';
import type { WorkOutcome } from '../domain/work.ts';
import { readLink } from '../domain/work-link.ts';
import { findEvidence } from '../store/evidence.ts';
import { lastChange } from '../store/ticks.ts';
import { completeItem } from './complete-item.ts';
import type { Asker, FlowContext } from './context.ts';

/** @param keep puts the file where it stays; asked only when the tick can be saved. */
export async function showWork(
  context: FlowContext,
  asker: Asker,
  asked: string,
  offered: Offered,
  keep: (file: Upload, item: Item) => Promise<KeepOutcome>,
): Promise<WorkOutcome> {
  const { link = '', file } = offered;
  const item = findExact(context.items, asked);
  const isShowable = item && (item.status === 'active' || (await isTicked(context, asker, item)));
  if (!isShowable) {
    const outcome = await completeItem(context, asker, asked);
    return outcome.kind === 'unknown-item' ? { ...outcome, offered } : outcome;
  }
  if (link.trim() !== '') {
    const reading = readLink(link);
    if (reading.kind === 'fault')
      return { kind: 'bad-link', item, asked: link, why: reading.why, hadFile: file !== undefined };
    // The form holds the link shown so far: a file beside it is meant instead of it.
    if (!file || !(await isShown(context, asker, item, reading.url))) {
      const outcome = await completeItem(context, asker, item.id, reading);
      return file ? { ...outcome, isFileLeftOut: true } : outcome;
    }
  }
  if (!file) return await completeItem(context, asker, item.id);
  const kept = await keep(file, item);
  if (kept.kind === 'kept') return await completeItem(context, asker, item.id, { kind: 'file', file: kept.file });
  return { kind: 'not-kept', item, fileName: file.name, why: kept };
}

async function isShown({ db }: FlowContext, asker: Asker, { id }: Item, url: string): Promise<boolean> {
  const shown = await findEvidence(db, asker, id);
  return shown?.kind === 'link' && shown.url === url;
}

async function isTicked({ db }: FlowContext, asker: Asker, { id }: Item): Promise<boolean> {
  const change = await lastChange(db, asker, id);
  return change !== undefined && change.undoneAt === undefined;
}
