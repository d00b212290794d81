/** A file that was uploaded, bytes included: the snapshot keeps it, and the server's own CDN serves it. */
export interface AttachmentRecord {
  readonly id: string;
  /** First part of its address: the channel it was uploaded to, or the application for ephemeral ones. */
  readonly placeId: string;
  readonly ephemeral: boolean;
  readonly filename: string;
  readonly contentType: string | undefined;
  /** Of images whose header tells. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly bytes: Uint8Array;
  readonly description: string | undefined;
  readonly title: string | undefined;
  readonly spoiler: boolean;
}
