/** What organisers decide before a server is set up. */
import type { Asker } from './role-safety.ts';

export interface SetupChoices {
  /** By binding, the id of what is already there and shall be used. */
  readonly adopt: ReadonlyMap<string, string>;
  /** Bindings of what was deleted and shall be made again. */
  readonly recreate: ReadonlySet<string>;
  /** Bindings of what somebody changed by hand and shall be as the file says. */
  readonly restore: ReadonlySet<string>;
  /** Everybody may ping the roles that the file calls mentionable. Once given, the consent is given each time. */
  readonly mentionable: boolean;
  readonly asker: Asker;
}

/** The same as it is picked bit by bit, before any of it is approved. Plain JSON. */
export interface SetupDraft {
  /** By binding, the id to adopt. */
  readonly adopt: Readonly<Record<string, string>>;
  /** Bindings. */
  readonly recreate: readonly string[];
  readonly restore: readonly string[];
  /** Absent: as it was decided before. */
  readonly mentionable?: boolean;
}

export const emptyDraft: SetupDraft = { adopt: {}, recreate: [], restore: [] };

/** @param consent whether everybody may ping, as it was decided before. */
export function choicesOf(draft: SetupDraft, consent: boolean, asker: Asker): SetupChoices {
  return {
    adopt: new Map(Object.entries(draft.adopt)),
    recreate: new Set(draft.recreate),
    restore: new Set(draft.restore),
    mentionable: draft.mentionable ?? consent,
    asker,
  };
}
