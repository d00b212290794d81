/**
 * Keys that are not in the published schema and yet no mistake: documented by Discord, or sent by discord.js whatever the
 * bot says. By name of the schema; dots lead into the body.
 */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Documented; the schema lacks it.
  ApplicationCommandCreateRequestSchema: ['nsfw'],
  ApplicationCommandUpdateRequestSchema: ['nsfw'],
  ApplicationCommandPatchRequestPartialSchema: ['nsfw'],
  MessageCreateRequestSchema: ['message_reference.type'],
  // discord.js sends these with every message it writes: edits, answers to interactions and follow-ups too.
  MessageEditRequestPartialSchema: ['tts', 'nonce', 'enforce_nonce'],
  // discord.js names the type of a thread made from a message, too.
  CreateTextThreadWithMessageRequestSchema: ['type'],
  CreateForumThreadRequestSchema: ['message.tts', 'message.nonce', 'message.enforce_nonce'],
  IncomingWebhookInteractionRequestSchema: ['nonce', 'enforce_nonce'],
  IncomingWebhookUpdateRequestPartialSchema: ['tts', 'nonce', 'enforce_nonce'],
  CreateMessageInteractionCallbackRequestSchema: ['data.nonce', 'data.enforce_nonce'],
  UpdateMessageInteractionCallbackRequestSchema: ['data.tts', 'data.nonce', 'data.enforce_nonce'],
  // discord.js names whom an overwrite is for in the path and in the body.
  SetChannelPermissionOverwrite: ['id'],
  // discord.js sends the reason in the header and in the body.
  GuildPatchRequestPartialSchema: ['reason'],
};

/**
 * What discord.js sends wherever it may stand: of every emoji whether it moves; and its own option (`verificationLevel`,
 * `afkChannel`) beside the key that Discord reads (`verification_level`, `afk_channel_id`).
 */
export function isSentByLibraries(path: readonly string[], body: unknown): boolean {
  const key = path.at(-1) ?? '';
  if (key === 'animated' && path.at(-2) === 'emoji') return true;
  const read = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  if (read === key) return false;
  const holder = path.slice(0, -1).reduce((part, below) => (part as Record<string, unknown>)[below], body) as object;
  return read in holder || `${read}_id` in holder;
}

/** The body without such keys. */
export function withoutExceptions(schema: string, body: unknown): unknown {
  const keys = exceptions[schema];
  if (keys === undefined || typeof body !== 'object' || body === null) return body;
  return keys.reduce((rest: unknown, key) => without(rest, key.split('.')), body);
}

function without(body: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined || typeof body !== 'object' || body === null || !(key in body)) return body;
  const copy = { ...(body as Record<string, unknown>) };
  if (deeper.length > 0) copy[key] = without(copy[key], deeper);
  else delete copy[key];
  return copy;
}
