/** What a member has on the screen: a message, a modal, or Discord's own "did not respond". */
import type {
  APIMessage,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Upload } from './uploads.ts';

export interface ShownButton {
  /** Text on the button; the emoji's name where it has no label. */
  readonly label: string;
  /** Absent on link buttons. */
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
  /** Discord's number: 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style: number;
}

export interface ShownSelect {
  readonly customId: string;
  readonly kind: 'string' | 'user' | 'role' | 'mentionable' | 'channel';
  readonly placeholder: string | undefined;
  readonly disabled: boolean;
  readonly minValues: number;
  readonly maxValues: number;
  /** Only string selects list their options. */
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string | undefined;
    readonly selected: boolean;
  }[];
}

/** One field of a modal. */
export interface ShownField {
  readonly customId: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly kind: 'text' | ShownSelect['kind'] | 'radio' | 'checkboxes' | 'checkbox' | 'file';
  readonly required: boolean;
  /** Text: what stands there already. */
  readonly value: string | undefined;
  readonly placeholder: string | undefined;
  /** 1 one line, 2 several; text only. */
  readonly style: number | undefined;
  /** Length for text, number of values otherwise. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** Values or ids that are chosen already. */
  readonly chosen: readonly string[];
  /** A checkbox that is ticked already. */
  readonly checked: boolean;
  /** Endings of the files it takes; empty for all. */
  readonly fileTypes: readonly string[];
}

/** What a member puts into a field of a modal: text, choices, a tick, files. */
export type FieldValue = string | readonly string[] | boolean | Upload | readonly Upload[];

export interface Shown {
  /**
   * `message`: something new; `update`: a message she already had was changed; `modal`: a form opened;
   * `no-response`: three seconds went by, or Discord refused the bot's answer (then `text` is Discord's sentence).
   */
  readonly kind: 'message' | 'update' | 'modal' | 'no-response';
  /** Content, embeds and all text displays, one per line, in the order of the screen. For a modal, its title. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** True between a deferral and its answer ("… is thinking"). */
  readonly thinking: boolean;
  readonly author: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly buttons: readonly ShownButton[];
  readonly selects: readonly ShownSelect[];
  /** The fields of a modal; empty otherwise. */
  readonly fields: readonly ShownField[];
  /** Ids of the users this message really pinged, after allowed_mentions. */
  readonly pings: readonly string[];
  /** The form as the bot sent it; absent otherwise. */
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  /** The message as the API gives it; absent for modals and `no-response`. */
  readonly message: APIMessage | undefined;
}

/** One line of an autocompletion. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}
