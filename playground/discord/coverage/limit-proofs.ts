/** With what each hard limit is refused, and the test that proves it. */
import type { limits } from '../limits.ts';
import type { Proof } from './entry.ts';

interface LimitProof {
  /** Discord's number, or its name for what is wrong with a form (50035). */
  readonly refusal: string;
  readonly proof: Proof;
}

const refused = (refusal: string, file: string, title: string): LimitProof => ({
  refusal,
  proof: { file: `${file}.test.ts`, title },
});

const uploads = 'more than ten files, more than 10 MiB in one or 25 MiB in all are refused';
const channelSettings = 'what a type of channel does not allow is refused by name';
const pages = '%s is no longer than Discord’s';

export const limitProofs: Readonly<Record<keyof typeof limits, LimitProof>> = {
  content: refused('BASE_TYPE_MAX_LENGTH', 'validate', 'more than 2000 characters'),
  embedsText: refused('MAX_EMBED_SIZE_EXCEEDED', 'validate', 'embeds of more than 6000 characters'),
  legacyRows: refused('BASE_TYPE_BAD_LENGTH', 'limits', 'a sixth row of buttons is refused'),
  components: refused('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'validate', 'more than 40 components'),
  componentText: refused('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'validate', 'more than 4000 characters of text'),
  modalTopLevel: refused('BASE_TYPE_BAD_LENGTH', 'limits', 'a modal has five components at most'),
  choices: refused('BASE_TYPE_MAX_LENGTH', 'interactions', 'more than 25 choices are refused'),
  choiceName: refused('BASE_TYPE_BAD_LENGTH', 'limits', 'a choice’s name of 101 characters'),
  choiceValue: refused('BASE_TYPE_MAX_LENGTH', 'limits', 'a choice’s value of 101 characters'),
  commandSize: refused('APPLICATION_COMMAND_TOO_LARGE', 'commands', 'more than 8000 characters'),
  slashCommands: refused('30032', 'limits', '101st slash command'),
  userCommands: refused('30032', 'limits', '16th command on users'),
  messageCommands: refused('30032', 'limits', '16th command on messages'),
  commandCreatesPerDay: refused('30034', 'commands', 'more than 200 new commands a day are refused until the next day'),
  attachments: refused('30015', 'attachments', uploads),
  attachmentSize: refused('40005', 'attachments', uploads),
  requestSize: refused('40005', 'attachments', uploads),
  oldEdits: refused('30046', 'message-changes', 'of messages older than an hour run into a limit of their own'),
  reactions: refused('30010', 'reactions', 'a message takes twenty kinds and no more'),
  pins: refused('30003', 'pins', 'a channel has room for 250'),
  bulkDeleteAge: refused('50034', 'message-changes', 'takes 2 to 100, none older than two weeks, and Manage Messages'),
  roles: refused('30005', 'roles', 'the 251st role is refused with 30005'),
  channels: refused(
    '30013',
    'channels',
    'the 501st channel is refused with 30013, the 51st in a category as an invalid form',
  ),
  channelsPerCategory: refused(
    'CHANNEL_PARENT_MAX_CHANNELS',
    'channels',
    'the 501st channel is refused with 30013, the 51st in a category as an invalid form',
  ),
  topic: refused('BASE_TYPE_MAX_LENGTH', 'channels', channelSettings),
  overwrites: refused('30060', 'channels', 'the 1001st overwrite of a channel is refused with 30060'),
  voiceUsers: refused('NUMBER_TYPE_MAX', 'channels', channelSettings),
  stageUsers: refused('NUMBER_TYPE_MAX', 'channels', channelSettings),
  voiceBitrate: refused('NUMBER_TYPE_MAX', 'channels', channelSettings),
  stageBitrate: refused('NUMBER_TYPE_MAX', 'channels', channelSettings),
  tagName: refused('BASE_TYPE_MAX_LENGTH', 'channels', channelSettings),
  pinnedPosts: refused('30047', 'forum-posts', 'one post can be pinned, and is then never archived by time'),
  threadMembers: refused('30033', 'thread-members', 'nobody joins an archived thread, and the 1001st is refused'),
  activeThreads: refused('160006', 'thread-state', 'with a thousand active ones there is no room for another'),
  invites: refused('30016', 'invites', 'the 1001st invite is refused with 30016'),
  inviteAge: refused(
    'NUMBER_TYPE_MAX',
    'invites',
    'an invite needs its permission, lasts a week at most and gives no role from above',
  ),
  openEvents: refused(
    '30038',
    'scheduled-events',
    'the 101st that is open is refused with 30038, finished ones do not count',
  ),
  eventUsersPage: refused('NUMBER_TYPE_MAX', 'event-users', 'limit NUMBER_TYPE_MAX'),
  countedExceptions: refused('BASE_TYPE_BAD_LENGTH', 'event-users', 'counts of more than ten occurrences are refused'),
  membersPage: refused('NUMBER_TYPE_MAX', 'limits', pages),
  bansPage: refused('NUMBER_TYPE_MAX', 'limits', pages),
  ownGuildsPage: refused('NUMBER_TYPE_MAX', 'limits', pages),
  auditLogPage: refused('NUMBER_TYPE_MAX', 'limits', pages),
  timeout: refused(
    'MEMBER_TIMEOUT_TOO_LONG',
    'members',
    'no timeout lasts longer than 28 days, none hits administrators or the owner',
  ),
  auditLogReason: refused('BASE_TYPE_MAX_LENGTH', 'roles', 'a reason of more than 512 characters is refused'),
};
