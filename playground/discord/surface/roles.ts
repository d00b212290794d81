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

export type RoleOrigin = 'booster' | 'linked' | 'integration' | 'subscription';

export interface NewRole {
  readonly name: string;
  readonly permissions?: bigint;
  readonly color?: number;
  readonly hoist?: boolean;
  readonly mentionable?: boolean;
  readonly secondaryColor?: number | null;
  readonly unicodeEmoji?: string | null;
  readonly managed?: boolean;
  /** A role that Discord alone gives, managed and with the tags that say so. */
  readonly origin?: RoleOrigin;
  /** Default: just above @everyone, as Discord does. */
  readonly position?: number;
}
