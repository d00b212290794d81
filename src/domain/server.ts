/** A server as Discord describes it, reduced to what planning needs; a value, looked at once. */

export interface ServerRole {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly permissions: bigint;
  /** Nobody can give it: it belongs to Discord or to an application. */
  readonly managed: boolean;
  /** To whom it belongs, from its tags. */
  readonly belongsTo?: 'bot' | 'integration' | 'boosters' | 'subscription' | 'linked-account';
  /** Members can pick it themselves in the server's onboarding (flag IN_PROMPT). */
  readonly inPrompt: boolean;
  /** 0: none. */
  readonly colour: number;
  readonly hoist: boolean;
  readonly mentionable: boolean;
  readonly emoji?: string;
}

export interface Overwrite {
  /** A role's or a member's. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface ServerChannel {
  readonly id: string;
  readonly name: string;
  /** Threads are no channels of a server and are left out. */
  readonly type: 'text' | 'voice' | 'category' | 'other';
  readonly parentId?: string;
  readonly topic?: string;
  readonly overwrites: readonly Overwrite[];
  /** What the bot may do here. */
  readonly botPermissions: bigint;
}

export interface Server {
  /** Also the id of the role @everyone. */
  readonly id: string;
  readonly ownerId: string;
  readonly features: readonly string[];
  readonly roles: readonly ServerRole[];
  readonly channels: readonly ServerChannel[];
  readonly bot: {
    readonly userId: string;
    /** On the server as a whole, from all its roles. */
    readonly permissions: bigint;
    readonly highestRoleId: string;
  };
}

/** Roles at one position are ordered by id, the older above. An unknown role is above nothing. */
export function isAbove(upper: ServerRole | undefined, lower: ServerRole): boolean {
  if (!upper) return false;
  if (upper.position !== lower.position) return upper.position > lower.position;
  return BigInt(upper.id) < BigInt(lower.id);
}
