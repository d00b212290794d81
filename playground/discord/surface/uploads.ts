/** Files as members choose them from their disk. */
export interface Upload {
  readonly name: string;
  /** Default: by the name's ending and the first bytes. */
  readonly type?: string;
  readonly bytes: Uint8Array;
}
