/** Messages and forms as Discord takes them, from what a view returned. */
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Form } from '../views/form.ts';
import type { Message } from '../views/message.ts';
import { clip } from './clip.ts';
import { fitted } from './fitted.ts';
import { attachmentsOf } from './packing.ts';

/** Ids that Discord takes in one allowed_mentions. */
const mostPings = 100;
const longestTitle = 45;

export function bodyOf({ components, pings = [], files = [] }: Message) {
  return {
    ...fitted(components),
    allowed_mentions: { parse: [], users: pings.slice(0, mostPings) },
    ...(files.length > 0 && { attachments: attachmentsOf(files) }),
  };
}

export function formBody({ title, customId, fields }: Form): APIModalInteractionResponseCallbackData {
  return { custom_id: customId, title: clip(title, longestTitle), components: [...fields] };
}
