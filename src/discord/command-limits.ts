/** What Discord accepts of a slash command. */

export const namePattern = /^[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const commandLimits = {
  commands: 100,
  subcommands: 25,
  options: 25,
  choices: 25,
  text: 100,
  /** Names, descriptions and values of one command together. */
  total: 8_000,
} as const;
