/** Routes of the coverage table: messages. */
import { type Area, partial, supported } from '../entry.ts';

export const messagesRoutes: Area = {
  name: 'Messages',
  entries: [
    partial(
      'POST /channels/:channel/messages',
      'polls, stickers and forwards',
      'messages',
      'discord.js posts, edits and deletes a message that members see',
    ),
    supported('GET /channels/:channel/messages', 'messages', 'a list is newest first and can be paged'),
    supported(
      'GET /channels/:channel/messages/:message',
      'reactions',
      'discord.js reacts, sees who did, and takes its own away',
    ),
    supported(
      'PATCH /channels/:channel/messages/:message',
      'message-changes',
      'of others’ messages only hide their embeds, with Manage Messages',
    ),
    supported(
      'DELETE /channels/:channel/messages/:message',
      'messages',
      'a bot edits only its own messages, and deletes others’ only with Manage Messages',
    ),
    supported(
      'POST /channels/:channel/messages/bulk-delete',
      'message-changes',
      'tells a bot once, and members one by one',
    ),
    supported(
      'GET /channels/:channel/messages/pins',
      'pins',
      'come latest first and in pages by the time they were pinned',
    ),
    supported(
      'PUT /channels/:channel/messages/pins/:message',
      'pins',
      'discord.js pins, lists and unpins; the channel says who did',
    ),
    supported(
      'DELETE /channels/:channel/messages/pins/:message',
      'pins',
      'discord.js pins, lists and unpins; the channel says who did',
    ),
    supported('GET /channels/:channel/pins', 'pins', 'come latest first and in pages by the time they were pinned'),
    supported('PUT /channels/:channel/pins/:message', 'pins', 'the old addresses pin and unpin as well'),
    supported('DELETE /channels/:channel/pins/:message', 'pins', 'the old addresses pin and unpin as well'),
    partial(
      'PUT /channels/:channel/messages/:message/reactions/:emoji/@me',
      'emojis of a guild; super reactions',
      'reactions',
      'discord.js reacts, sees who did, and takes its own away',
    ),
    supported(
      'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me',
      'reactions',
      'discord.js reacts, sees who did, and takes its own away',
    ),
    supported(
      'DELETE /channels/:channel/messages/:message/reactions/:emoji/:user',
      'reactions',
      'those of others go only with Manage Messages',
    ),
    supported(
      'GET /channels/:channel/messages/:message/reactions/:emoji',
      'reactions',
      'the list of who reacted is paged by user id',
    ),
    supported(
      'DELETE /channels/:channel/messages/:message/reactions/:emoji',
      'reactions',
      'those of others go only with Manage Messages',
    ),
    supported(
      'DELETE /channels/:channel/messages/:message/reactions',
      'reactions',
      'those of others go only with Manage Messages',
    ),
    supported(
      'POST /channels/:channel/typing',
      'message-changes',
      'of a member reaches a bot with the intent, that of a bot the page',
    ),
    partial(
      'POST /users/@me/channels',
      'direct messages of several people',
      'messages',
      'a user is written to in one and the same channel',
    ),
  ],
};
