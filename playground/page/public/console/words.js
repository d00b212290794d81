/** What a request or an event means, in plain words. */

const requests = [
  ['POST /interactions/:interaction/:token/callback', 'answers'],
  ['POST /webhooks/:application/:token', 'adds to its answer'],
  ['PATCH /webhooks/:application/:token/messages/', 'changes its answer'],
  ['DELETE /webhooks/:application/:token/messages/', 'takes its answer back'],
  ['POST /channels/:channel/messages', 'writes a message'],
  ['PATCH /channels/:channel/messages/:message', 'changes a message'],
  ['DELETE /channels/:channel/messages/:message', 'deletes a message'],
  ['PUT /guilds/:guild/members/:member/roles/:role', 'gives a role'],
  ['DELETE /guilds/:guild/members/:member/roles/:role', 'takes a role away'],
  ['POST /guilds/:guild/roles', 'creates a role'],
  ['POST /guilds/:guild/channels', 'creates a channel'],
  ['POST /guilds/:guild/scheduled-events', 'schedules an event'],
  ['POST /channels/:channel/threads', 'starts a thread'],
  ['POST /users/@me/channels', 'opens a direct message'],
  ['PUT /applications/:application/commands', 'publishes its commands'],
  ['GET /gateway/bot', 'asks where to connect'],
  ['GET ', 'looks something up'],
];

const interactionWords = {
  2: 'used a command',
  3: 'used a button or a list',
  4: 'types into a command',
  5: 'sent a form',
};

const events = {
  READY: 'The bot is connected',
  RESUMED: 'The bot is connected again',
  GUILD_CREATE: 'The bot learns about the community',
  GUILD_ROLE_CREATE: 'A role was created',
  GUILD_ROLE_UPDATE: 'A role was changed',
  GUILD_ROLE_DELETE: 'A role was deleted',
  GUILD_MEMBER_UPDATE: 'A member was changed',
  MESSAGE_CREATE: 'A message was written',
  MESSAGE_UPDATE: 'A message was changed',
  CHANNEL_CREATE: 'A channel was created',
  GUILD_SCHEDULED_EVENT_CREATE: 'An event was scheduled',
  GUILD_SCHEDULED_EVENT_UPDATE: 'An event was changed',
};

export function meaningOf({ direction, name, sent }) {
  if (direction === 'from-bot') {
    const known = requests.find(([beginning]) => name.startsWith(beginning));
    return `The bot ${known?.[1] ?? 'asks for something'}`;
  }
  if (name !== 'INTERACTION_CREATE') return events[name] ?? 'The bot hears of a change';
  const user = sent?.member?.user ?? sent?.user;
  return `${user?.global_name ?? user?.username ?? 'Somebody'} ${interactionWords[sent?.type] ?? 'did something'}`;
}

/** What a status says to somebody who does not know the numbers. */
export function verdictOf({ direction, status, code, problems }) {
  if (problems.length > 0)
    return { tone: 'bad', text: problems.length === 1 ? '1 problem' : `${problems.length} problems` };
  if (direction === 'to-bot') return { tone: 'good', text: 'valid' };
  if (status === 429) return { tone: 'warn', text: '429 must wait' };
  if (status === 0 || status === undefined) return { tone: 'bad', text: 'no answer' };
  if (status >= 500) return { tone: 'bad', text: `${status} out of order` };
  if (status >= 400) return { tone: 'warn', text: code ? `${status} refused (${code})` : `${status} refused` };
  return { tone: 'good', text: String(status) };
}
