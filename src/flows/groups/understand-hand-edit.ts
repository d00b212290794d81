/** Somebody moved or deleted an event on Discord's own calendar: their word counts, and the session follows. */
import type { Attributes } from '../../domain/attributes.ts';
import type { RequestedChange } from '../../domain/groups/changing.ts';
import { eventBinding } from '../../domain/groups/event-look.ts';
import type { BoundEvent } from '../../domain/groups/mirror.ts';
import { withoutRefused, withRefused } from '../../domain/groups/refused-move.ts';
import type { Session } from '../../domain/groups/session.ts';
import { noteSet } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import { findEvent } from '../../store/groups/event-bindings.ts';
import { lockServer } from '../../store/lock.ts';
import type { FlowContext } from '../context.ts';
import { changeSession } from './change-session.ts';
import { forgetEventIn } from './forget-event.ts';
import { mirrorState } from './mirror-state.ts';

export interface HandEdit {
  readonly guildId: string;
  readonly groupKey: string;
  /** As it was when Discord was asked. */
  readonly event: BoundEvent;
  readonly session: Session;
  readonly edit:
    | { readonly kind: 'skipped' }
    | { readonly kind: 'moved'; readonly to: string; readonly starts: string };
  /** Another name for each edit. */
  readonly because: string;
}

export type HandEditOutcome =
  | { readonly kind: 'understood' }
  /** Session or event changed while Discord was asked: look again. */
  | { readonly kind: 'stale' }
  /** The session cannot be then. */
  | { readonly kind: 'impossible'; readonly why: 'past' | 'too-far' | 'taken' };

type Context = Pick<FlowContext, 'db' | 'community' | 'curriculum' | 'timeZone' | 'now' | 'wake'>;

export async function understandHandEdit(context: Context, handEdit: HandEdit): Promise<HandEditOutcome> {
  const { guildId, groupKey, event, session, edit, because } = handEdit;
  const { planned } = session;
  const outcome = await inTransaction(context.db, async (tx): Promise<HandEditOutcome> => {
    await lockServer(tx, guildId);
    const bound = await findEvent(tx, guildId, event.eventId);
    if (!bound || !isSame(bound.set, event.set)) return { kind: 'stale' };
    const current = (await mirrorState(context, guildId, groupKey, tx)).sessionAt(planned);
    if (!current || current.off || current.revision !== session.revision) return { kind: 'stale' };
    const change: RequestedChange = edit.kind === 'skipped' ? { kind: 'skip' } : { kind: 'move', to: edit.to };
    const name = eventBinding(groupKey, planned);
    const changed = await changeSession(tx, context, { guildId, groupKey, planned, change, because });
    switch (changed.kind) {
      case 'past':
      case 'too-far':
      case 'taken':
        if (edit.kind === 'moved') {
          const refused = withRefused(event.set, current, { starts: edit.starts, why: changed.kind });
          await noteSet(tx, guildId, name, event.eventId, refused);
        }
        return { kind: 'impossible', why: changed.kind };
      case 'unknown-group':
      case 'unknown-session':
      case 'begun':
        return { kind: 'stale' };
      case 'change':
      case 'unchanged':
        break;
    }
    // Held after all, the session gets a new event; this one is never made again.
    if (edit.kind === 'skipped') await forgetEventIn(tx, guildId, bound);
    else await noteSet(tx, guildId, name, event.eventId, { ...withoutRefused(event.set), starts: edit.starts });
    return { kind: 'understood' };
  });
  if (outcome.kind === 'understood') context.wake();
  return outcome;
}

function isSame(a: Attributes, b: Attributes): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
