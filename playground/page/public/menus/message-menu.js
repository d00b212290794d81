/** What can be done with a message. */
import { appCommands } from './app-commands.js';
import { openMenu } from './menu.js';

const ephemeral = 1 << 6;

/** `acts`: menu, use, dismiss, and what else the channel allows (reply, edit, ...), each undefined where it does not. */
export function openMessageMenu(message, place, acts) {
  const isNote = (message.flags & ephemeral) !== 0;
  const entries = isNote
    ? [{ label: 'Dismiss message', sign: 'close', choose: () => acts.dismiss(message) }]
    : ordinary(message, acts, place);
  const sections = [{ entries }, ...(isNote ? [] : [appCommands('message', message.id, acts)])];
  openMenu('Message', sections, place);
}

function ordinary(message, acts, place) {
  const act = (label, sign, does, more) => does && { label, sign, choose: () => does(message, place), ...more };
  return [
    act('Add reaction', 'smile', acts.react),
    act('Reply', 'answer', acts.reply),
    act('Edit message', 'pen', acts.edit),
    act('Create thread', 'thread', acts.openThread),
    act(message.pinned ? 'Unpin message' : 'Pin message', 'pin', acts.pin),
    act('Copy text', 'copy', message.content ? acts.copy : undefined),
    acts.profile && { label: 'Profile', sign: 'people', choose: () => acts.profile(place) },
    act('Mark unread', 'unread', acts.markUnread),
    act('Delete message', 'bin', acts.remove, { danger: true }),
  ].filter(Boolean);
}
