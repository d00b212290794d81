/** What each of the three bots publishes, as Discord's own JSON: the libraries differ, the commands don't. */
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

const everywhere = { contexts: [0, 1], integration_types: [0] };

export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    ...everywhere,
    name: 'greet',
    description: 'Greets somebody',
    options: [{ type: 3, name: 'whom', description: 'A name', required: true, autocomplete: true }],
  },
  { ...everywhere, name: 'form', description: 'Opens a form' },
  { ...everywhere, name: 'report', description: 'Thinks, then answers with a file' },
  { ...everywhere, name: 'promote', description: 'Gives you the role Climber' },
  { ...everywhere, name: 'meet', description: 'Opens a thread and schedules an event' },
  { ...everywhere, type: 2, name: 'Wave at' },
];

export const names = ['Ada', 'Grace', 'Linus'];

export const form = {
  title: 'Your proof',
  custom_id: 'proof',
  components: [
    { type: 18, label: 'Link', component: { type: 4, custom_id: 'link', style: 1, required: true } },
    {
      type: 18,
      label: 'How was it',
      component: {
        type: 21,
        custom_id: 'mood',
        options: [
          { label: 'Easy', value: 'easy' },
          { label: 'Hard', value: 'hard' },
        ],
      },
    },
  ],
};

/** The greeting with the button that repeats it. */
export const greeting = (text: string) => [
  { type: 10, content: text },
  { type: 1, components: [{ type: 2, style: 1, label: 'Again', custom_id: 'again' }] },
];

export const componentsV2 = 1 << 15;
export const ephemeral = 1 << 6;
