/** What a member shows for a tick, and what becomes of a file they upload for it. */

/** A file as it came with an option or a form. Its address expires, since it belongs to no message. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** As the member's client says; the bytes decide. */
  readonly contentType?: string;
  readonly url: string;
}

/** An upload that Cairn has put into a message of the organisers' channel. */
export interface KeptFile {
  readonly channelId: string;
  readonly messageId: string;
  readonly attachmentId: string;
  readonly name: string;
}

/** Where the work is shown. */
export type Shown =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly file: KeptFile };

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly file: KeptFile }
  /** There is no private organisers' channel, or Cairn cannot write there. */
  | { readonly kind: 'no-channel' }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'empty' }
  /** Its bytes are none of the kinds that are taken; `taken` names those. */
  | { readonly kind: 'wrong-type'; readonly taken: readonly string[] }
  /** It can't be fetched or posted just now. */
  | { readonly kind: 'failed' };
