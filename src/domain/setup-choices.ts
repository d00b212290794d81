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
