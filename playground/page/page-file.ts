/** A file as the page's server hands it out. */

export interface PageFile {
  readonly type: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}
