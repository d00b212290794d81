/** Discord's refusals: HTTP status, JSON error code and sentence. */

/** Source: Discord's list of JSON error codes; status as observed on the wire. */
export const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Permission Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyRoles: [400, 30005, 'Maximum number of guild roles reached (250)'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  tooManyCommandCreates: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  wrongAccountType: [403, 50002, 'Invalid account type'],
  notInDirectMessages: [403, 50003, 'Cannot execute action on a DM channel'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notATextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  expiredWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRole: [400, 50028, 'Invalid Role'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  requiredChannel: [400, 50074, 'Cannot delete a channel required for Community guilds'],
  noMutualGuild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  invalidApiVersion: [400, 50041, 'Invalid API version'],
  notJson: [400, 50109, 'The request body contains invalid JSON.'],
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
