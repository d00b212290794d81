/** A bot with two commands, for tests of interactions. */
import { type Interaction, MessageFlags } from 'discord.js';
import { createClock } from '../../../playground/discord/index.ts';
import { botThat, community } from './community.ts';

const commands = [
  { name: 'hello', description: 'Greets', contexts: [0, 1], integration_types: [0] },
  {
    name: 'path',
    description: 'Paths',
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 1,
        name: 'choose',
        description: 'Choose one',
        options: [
          { type: 3, name: 'path', description: 'Which', required: true, autocomplete: true },
          { type: 6, name: 'with', description: 'Whom' },
        ],
      },
    ],
  },
];

export const text = (content: string) => ({ type: 10, content });
export const button = (label: string, customId: string) => ({ type: 2, style: 1, label, custom_id: customId });
export const row = (...components: object[]) => ({ type: 1, components });
export const v2 = MessageFlags.IsComponentsV2;
export const quiet = MessageFlags.Ephemeral | v2;
export const card = (...components: object[]) => [{ type: 17, components }];
export const reply = (interaction: Interaction, components: object[], flags: number = quiet) =>
  interaction.isRepliable() ? interaction.reply({ components: components as never, flags }) : Promise.resolve();

export async function aBotThat(answers: (interaction: Interaction) => Promise<unknown>, standing = false) {
  const clock = standing ? { clock: createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') }) } : {};
  const all = await community(clock);
  const client = await botThat(answers, commands, all);
  return { ...all, client };
}
