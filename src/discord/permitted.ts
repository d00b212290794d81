/** Who may press and fill in what a command of the organisers has shown. */
import { PermissionFlagsBits } from 'discord.js';
import { MessageFlags } from 'discord-api-types/v10';
import type { Caller, Command } from './command.ts';
import { createdAt } from './discord-clock.ts';
import type { Ask, Interaction } from './interaction.ts';

/** As long as its first answer could be changed: what a server grants beyond the default shows only when a command runs. */
const trustedFor = 15 * 60_000;

/** Discord itself holds back commands; messages may be seen, and kept, by anyone. */
export function isPermitted(ask: Ask, caller: Caller, interaction: Interaction): boolean {
  if (ask.kind !== 'component' && ask.kind !== 'form') return true;
  if (!ask.command.needs || holds(caller, ask.command.needs)) return true;
  const { message } = interaction;
  // A form without a message came straight from a command.
  if (!message) return true;
  const isOwn = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return isOwn && createdAt(interaction.id) - createdAt(message.id) < trustedFor;
}

function holds({ permissions }: Caller, needed: NonNullable<Command['needs']>): boolean {
  return (permissions & (PermissionFlagsBits[needed] | PermissionFlagsBits.Administrator)) !== 0n;
}
