/** What went between a bot and the local Discord, and what was wrong with it. */

export interface RequestEntry {
  readonly method: string;
  /** Template, `/guilds/:guild/members/:member/roles/:role`; the path itself where no route matched. */
  readonly route: string;
  /** As sent, without `/api/v10`; tokens of interactions are kept, since tests compare them. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** Discord's JSON error code, for refusals. */
  readonly code: number | undefined;
  /** X-Audit-Log-Reason, decoded. */
  readonly reason: string | undefined;
  readonly applicationId: string | undefined;
  /** When its answer left, in epoch milliseconds of the local Discord's clock. */
  readonly at: number;
  /** From its arrival to its answer, in milliseconds of real time. */
  readonly millis: number;
  /** What was answered; undefined for 204 and where nothing was. */
  readonly answer: unknown;
  /** What was wrong with it, or with the answer. */
  readonly problems: readonly Violation[];
}

/** One event sent to a bot over the gateway. */
export interface DispatchEntry {
  /** `INTERACTION_CREATE`. */
  readonly event: string;
  readonly applicationId: string;
  readonly guildId: string | undefined;
  /** In epoch milliseconds of the local Discord's clock. */
  readonly at: number;
  /** As JSON text, which many sessions share. */
  readonly data: string;
  readonly problems: readonly Violation[];
}

export interface Violation {
  /** `answer` and `dispatch`: the local Discord was wrong; `not-modelled`: it can't do that; the others: a bot was wrong. */
  readonly kind:
    | 'schema'
    | 'limit'
    | 'allowed-mentions'
    | 'not-modelled'
    | 'early-retry'
    | 'gateway'
    | 'answer'
    | 'dispatch';
  /** `POST /channels/:channel/messages`, or the opcode of a gateway message. */
  readonly where: string;
  /** `components.0.label`; empty for the whole. */
  readonly path: string;
  readonly problem: string;
}
