/** What a group's next meeting covers, or why that cannot be said. */
import type { Agenda } from './agenda.ts';
import type { Group } from './group.ts';
import type { EndedGroup, UnknownGroup } from './joining.ts';
import type { Session } from './session.ts';
import type { StuckAt } from './stuck.ts';

export interface GroupAgenda {
  readonly kind: 'agenda';
  readonly group: Group;
  /** The next that takes place, or the one that was asked about. */
  readonly session?: Session;
  /** Absent: the group is for no path. */
  readonly agenda?: Agenda;
  /** For office hours, and groups without a path: where people got stuck. */
  readonly stuck: readonly StuckAt[];
}

export type AgendaOutcome = GroupAgenda | UnknownGroup | EndedGroup;
