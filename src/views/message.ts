/** What a view returns: the body of a Components V2 message. Who sees it and how it is sent is the dispatcher's. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

export interface Message {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Users whom the message may ping, by id; nobody else is ever pinged. */
  readonly pings?: readonly string[];
  /** Roles it may ping, by id. Only what Cairn posts by itself does; an answer to a member never. */
  readonly rolePings?: readonly string[];
  /** It rings nobody's phone, even where it pings. */
  readonly isSilent?: true;
  /** Sent along; components show them as `attachment://NAME`. */
  readonly files?: readonly MessageFile[];
  /** Everybody in the channel sees it; else only the member who asked. */
  readonly isPublic?: true;
}

export interface MessageFile {
  /** Letters, digits, - and _, with an ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for who can't see it; at most 1024 characters. */
  readonly alt?: string;
}
