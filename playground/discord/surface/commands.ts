/** Commands as a member gives them. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Upload } from './uploads.ts';

export type OptionValue = string | number | boolean | { readonly id: string } | Upload;

export interface RunOptions {
  /** Default: the first text channel in which this member may use commands. */
  readonly in?: { readonly id: string };
  /** Only needed where two applications have a command of the same name. */
  readonly application?: { readonly id: string };
}

/** A command as this member's client would offer it. */
export interface OfferedCommand {
  readonly applicationId: string;
  readonly command: APIApplicationCommand;
}
