/** One request and its answer, without HTTP. */
import type { Upload } from './files/multipart.ts';

export interface RestRequest {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly reason: string | undefined;
  readonly contentType: string | undefined;
  readonly text: string;
  /** Of a multipart body, whose JSON is in `text`; `unreadable` where it is broken. */
  readonly upload?: Upload | 'unreadable' | undefined;
}

export interface RestResponse {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of JSON. */
  readonly raw?: { readonly type: string; readonly text: string };
  /** The answer leaves when this has happened. */
  readonly until?: Promise<unknown>;
  /** `drop`: cut the connection; `hang`: never answer. */
  readonly transport?: 'drop' | 'hang';
}
