/** Somebody who may not come back. */
export interface BanRecord {
  readonly userId: string;
  readonly reason: string | null;
}
