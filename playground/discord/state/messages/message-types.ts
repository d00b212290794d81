/** Discord's numbers for kinds of messages, and the bits of their flags. */
import type { MessageRecord } from '../records.ts';

export const MessageFlag = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const MessageType = {
  ordinary: 0,
  recipientAdd: 1,
  recipientRemove: 2,
  channelNameChange: 4,
  pinned: 6,
  threadCreated: 18,
  reply: 19,
  slashCommand: 20,
  threadStarter: 21,
  contextMenuCommand: 23,
} as const;

/** Discord wrote these itself: nobody edits, pins or answers them. */
export const isSystemMessage = ({ type }: MessageRecord) =>
  type !== MessageType.ordinary &&
  type !== MessageType.reply &&
  type !== MessageType.slashCommand &&
  type !== MessageType.contextMenuCommand;
