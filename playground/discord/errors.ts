/** Discord's refusals: HTTP status, JSON error code and sentence. */

/** By number. Source: Discord's list of JSON error codes; status as observed on the wire. */
export const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownInvite: [404, 10006, 'Unknown Invite'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Permission Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownBan: [404, 10026, 'Unknown Ban'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownVoiceState: [404, 10065, 'Unknown Voice State'],
  unknownCommandPermissions: [404, 10066, 'Unknown application command permissions'],
  unknownWelcomeScreen: [404, 10069, 'Unknown Guild Welcome Screen'],
  unknownScheduledEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  bearerOnly: [403, 20001, 'Bots cannot use this endpoint'],
  notYourApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached for the channel (250)'],
  tooManyRoles: [400, 30005, 'Maximum number of guild roles reached (250)'],
  tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyAttachments: [400, 30015, 'Maximum number of attachments in a message reached (10)'],
  tooManyInvites: [400, 30016, 'Maximum number of invites reached (1000)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  tooManyThreadMembers: [400, 30033, 'Maximum number of thread participants reached (1000)'],
  tooManyCommandCreates: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  tooManyEvents: [400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)'],
  tooManyOldEdits: [429, 30046, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  tooManyPinnedPosts: [400, 30047, 'Maximum number of pinned threads in a forum channel has been reached (1)'],
  tooManyOverwrites: [400, 30060, 'Maximum number of channel permission overwrites reached (1000)'],
  requestTooLarge: [413, 40005, 'Request entity too large'],
  oneParentAtATime: [400, 40009, 'Only one channel can have a parent_id modified at a time'],
  notInVoice: [400, 40032, 'Target user is not connected to voice.'],
  messageInForum: [400, 40058, 'Cannot send a message in a forum channel'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  sameTagNames: [400, 40061, 'Tag names must be unique'],
  onlyModeratedTags: [400, 40066, 'There are no tags available that can be set by non-moderators'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDirectMessages: [403, 50003, 'Cannot execute action on a DM channel'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notATextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  expiredWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRole: [400, 50028, 'Invalid Role'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  tooOldToBulkDelete: [400, 50034, 'A message provided was too old to bulk delete'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  invalidApiVersion: [400, 50041, 'Invalid API version'],
  requiredChannel: [400, 50074, 'Cannot delete a channel required for Community guilds'],
  archivedThread: [400, 50083, 'Thread is archived'],
  notATextChannelForCommunity: [400, 50086, 'Community server channels must be text channels'],
  wrongEntityType: [
    400,
    50091,
    'The entity type of the event is different from the entity you are trying to start the event for',
  ],
  needsBoosts: [403, 50101, 'This server needs more boosts to perform this action'],
  notJson: [400, 50109, 'The request body contains invalid JSON.'],
  noMutualGuild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  twoFactorRequired: [403, 60003, 'Two factor is required for this operation'],
  cannotReply: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  lockedThread: [400, 160005, 'Thread is locked'],
  tooManyActiveThreads: [400, 160006, 'Maximum number of active threads reached'],
  finishedEvent: [400, 180000, 'Cannot update a finished event'],
  notRecurring: [400, 180004, 'This route requires a recurring event'],
  emptyException: [400, 180005, 'Recurring event exceptions must have a modified event field from the event series'],
  onboardingUnmet: [400, 350000, 'Cannot enable onboarding, requirements are not met'],
  belowOnboarding: [400, 350001, 'Cannot update onboarding while below requirements'],
  bansFailed: [400, 500000, 'Failed to ban users'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type RefusalName = keyof typeof refusals;

/** Discord's tree of form errors: keys of the body, then `_errors`. */
export interface Issues {
  _errors?: { readonly code: string; readonly message: string }[];
  [key: string]: Issues | { readonly code: string; readonly message: string }[] | undefined;
}

/** Thrown anywhere below a route; the HTTP layer turns it into the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Issues | undefined;

  constructor(name: RefusalName, errors?: Issues) {
    const [status, code, message] = refusals[name];
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body() {
    return { message: this.message, code: this.code, ...(this.errors !== undefined && { errors: this.errors }) };
  }
}

/** One wrong field: `invalid('recipient_id', 'NUMBER_TYPE_COERCE', …)`. */
export function invalid(path: string, code: string, message: string): Refusal {
  let tree: Issues = { _errors: [{ code, message }] };
  for (const key of path.split('.').reverse()) if (key !== '') tree = { [key]: tree };
  return new Refusal('invalidForm', tree);
}

/** Thrown where a request asks for something of Discord's that isn't here: answered with 501, and a violation. */
export class NotModelled extends Error {
  constructor(what: string, instead?: string) {
    super(`the local Discord does not model ${what}${instead === undefined ? '' : `: ${instead}`}`);
  }
}
