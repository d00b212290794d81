/** What a view returns: the body of a Components V2 message. Who sees it and how it is sent is the dispatcher's. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

export interface Message {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Users whom the message may ping, by id; nobody else is ever pinged. */
  readonly pings?: readonly string[];
}
