/** What a view returns where a member has to fill something in: the body of a modal. */
import type { APIModalInteractionResponseCallbackComponent } from 'discord-api-types/v10';

export interface Form {
  /** At most 45 characters. */
  readonly title: string;
  /** `<command>/<form>/<args…>`, at most 100 characters. */
  readonly customId: string;
  /** One to five. */
  readonly fields: readonly APIModalInteractionResponseCallbackComponent[];
}
