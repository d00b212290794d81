/** What a certificate's picture shows. */

export interface CertificatePictureFacts {
  readonly community: string;
  /** The certificate's title. */
  readonly title: string;
  /** The path's title; shown where it says more than the certificate's. */
  readonly path?: string;
  /** The accent, 0xrrggbb: the certificate's role's colour, for example. Darkened where it would be hard to read. */
  readonly colour?: number;
  /** As the member confirmed it. Characters that `undrawable` names are left out. */
  readonly name: string;
  /** A language tag such as `ja` or `zh-CN`: the same Han characters look different in each. */
  readonly locale?: string;
  readonly on: Temporal.PlainDate;
  /** What stands behind it: "34 items, 6 with work shown". */
  readonly mix: string;
  /** Short, as people read it to each other. */
  readonly id: string;
  /** The certificate's page; absent where there is none, and then the picture says how to verify without. */
  readonly url?: string;
}
