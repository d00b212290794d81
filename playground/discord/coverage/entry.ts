/** One line of the coverage table: what is modelled, how far, and the test that proves it. */

export interface Proof {
  /** Below test/playground/discord. */
  readonly file: string;
  readonly title: string;
}

export interface Entry {
  /** `GET /guilds/:guild`, or `GUILD_CREATE`. */
  readonly what: string;
  /** What Discord does here and the local one does not; undefined where nothing is known to be missing. */
  readonly missing: string | undefined;
  readonly proof: Proof;
}

export interface Area {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** What is left out answers 501 and counts as a violation; events of it are never sent. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
  /** As Discord publishes them: `GET /guilds/{guild_id}/emojis`, or `GUILD_EMOJIS_UPDATE`. */
  readonly what: readonly string[];
}

export const supported = (what: string, file: string, title: string): Entry => ({
  what,
  missing: undefined,
  proof: { file: `${file}.test.ts`, title },
});

export const partial = (what: string, missing: string, file: string, title: string): Entry => ({
  what,
  missing,
  proof: { file: `${file}.test.ts`, title },
});
