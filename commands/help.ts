/** What Cairn does and how to begin. */
import { defineCommand } from '../src/discord/command.ts';
import { helpMessage } from '../src/views/help.ts';

export const command = defineCommand({
  name: 'help',
  says: 'What Cairn does and how to begin',
  options: {},
  run: () => helpMessage(),
  components: { open: () => helpMessage() },
});
