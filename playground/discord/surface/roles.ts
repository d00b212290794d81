/** Roles as a guild holds them. */
import type { APIRole } from 'discord-api-types/v10';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly permissions: bigint;
  readonly managed: boolean;
  readonly color: number;
  /** As the API gives it. */
  readonly json: APIRole;
}

export interface NewRole {
  readonly name: string;
  readonly permissions?: bigint;
  readonly color?: number;
  readonly hoist?: boolean;
  readonly mentionable?: boolean;
  readonly managed?: boolean;
  /** Default: just above @everyone, as Discord does. */
  readonly position?: number;
}
