/** What Cairn says by the calendar, for anybody who wants to know how far it can be relied on. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import { explainMessage } from '../src/views/groups/explain.ts';

const explain = async ({ flows, caller, locale }: Request, group = '') =>
  explainMessage(await flows.explainSchedule(caller, group), locale);

const groups = async ({ flows, caller, typed }: Request & { readonly typed: string }) =>
  (await flows.suggestGroups(caller, typed, 'all')).map(({ key, title }) => ({ name: title, value: key }));

export const command = defineCommand({
  name: 'schedule',
  says: 'What I say by the calendar',
  subcommands: {
    explain: {
      says: 'What I say about a group next, and what became of the last',
      options: {
        group: {
          kind: 'text',
          says: 'Which group',
          required: true,
          suggest: groups,
        },
      },
      run: request => explain(request, request.given.group),
    },
  },
  components: {
    explain: request => explain(request, request.args[0]),
  },
});
