/** Accounts and applications. */
import type { APIApplicationCommand } from 'discord-api-types/v10';

export interface User {
  readonly id: string;
  readonly name: string;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  /** What the bot logs in with; another one after a reset. */
  readonly token: string;
  readonly botUserId: string;
  /** Published commands, global ones and those of every guild. */
  readonly commands: readonly APIApplicationCommand[];
}
