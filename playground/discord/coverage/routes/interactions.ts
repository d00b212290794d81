/** Routes of the coverage table: interactions. */
import { type Area, partial, supported } from '../entry.ts';

export const interactionsRoutes: Area = {
  name: 'Interactions',
  entries: [
    partial(
      'POST /interactions/:interaction/:token/callback',
      'activities (type 12) and premium prompts (type 10)',
      'interactions',
      'with_response gives the message that was made',
    ),
    supported(
      'POST /webhooks/:application/:token',
      'interactions',
      'follow-ups are messages of their own, ephemeral or not',
    ),
    supported(
      'GET /webhooks/:application/:token/messages/:message',
      'answers-by-token',
      'the answer and its follow-ups can be fetched again, edited and deleted',
    ),
    supported(
      'PATCH /webhooks/:application/:token/messages/:message',
      'interactions',
      'a deferral shows "thinking", and the edit is the answer',
    ),
    supported(
      'DELETE /webhooks/:application/:token/messages/:message',
      'answers-by-token',
      'the answer and its follow-ups can be fetched again, edited and deleted',
    ),
  ],
};
