/** The sign before a channel's name, by its kind. */

const signs = {
  1: 'at',
  2: 'speaker',
  5: 'megaphone',
  10: 'thread',
  11: 'thread',
  12: 'thread',
  13: 'stage',
  15: 'forum',
  16: 'forum',
};

export const channelSign = ({ type, isPrivate }) => signs[type] ?? (isPrivate ? 'lock' : 'hash');

/** As it is written in a sentence: "#general", "@Cairn", "Library". */
export const channelName = ({ type, name }) => `${{ 0: '#', 1: '@', 5: '#' }[type] ?? ''}${name}`;
