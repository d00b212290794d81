/** Paths: which there are, what one holds, taking one up, leaving it. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import type { Path, PathKind } from '../src/domain/curriculum.ts';
import { choiceMessage, leaveMessage } from '../src/views/choice.ts';
import { pathListMessage, pathMessage } from '../src/views/path.ts';

const offer = (paths: readonly Path[]) => paths.map(({ id, title }) => ({ name: title, value: id }));
const anyPath = async ({ flows, typed }: Request & { typed: string }) => offer(await flows.suggestPaths(typed));
const ownPath = async ({ flows, caller, typed }: Request & { typed: string }) =>
  offer(await flows.suggestOwnPaths(caller, typed));

const choose = async ({ flows, caller, locale }: Request, path: string | undefined) => {
  const outcome = path ? await flows.choosePath(caller, path) : await flows.pickPath(caller);
  return choiceMessage(outcome, flows.certificates(), locale);
};

const show = async ({ flows, caller, locale }: Request, path: string, stage?: string) =>
  pathMessage(await flows.showPath(caller, path), stage === undefined ? undefined : Number(stage), locale);

const leave = async ({ flows, caller, locale }: Request, path: string) =>
  leaveMessage(await flows.leavePath(caller, path), locale);

export const command = defineCommand({
  name: 'path',
  says: 'Learning paths: look around, choose, leave',
  subcommands: {
    list: {
      says: 'All paths, and how far you are on each',
      options: {
        kind: {
          kind: 'text',
          says: 'Only one family of paths',
          choices: { role: 'By role', topic: 'By topic', level: 'By level', track: 'Specialised tracks' },
        },
      },
      run: async ({ flows, caller, given, locale }) =>
        pathListMessage(await flows.listPaths(caller, given.kind satisfies PathKind | undefined), locale),
    },
    show: {
      says: 'What a path holds, stage by stage',
      options: { path: { kind: 'text', says: 'Which path', required: true, suggest: anyPath } },
      run: request => show(request, request.given.path),
    },
    choose: {
      says: 'Take up a path and see your first step',
      options: { path: { kind: 'text', says: 'Which path; leave it out to pick from all', suggest: anyPath } },
      run: request => choose(request, request.given.path),
    },
    leave: {
      says: 'Leave a path; what you have done stays yours',
      options: { path: { kind: 'text', says: 'Which of your paths', required: true, suggest: ownPath } },
      run: request => leave(request, request.given.path),
    },
  },
  components: {
    pick: request => choose(request, undefined),
    choose: request => choose(request, request.args[0]),
    select: request => choose(request, request.values[0]),
    show: request => show(request, request.args[0] ?? ''),
    stage: request => show(request, request.args[0] ?? '', request.values[0]),
    leave: request => leave(request, request.args[0] ?? ''),
    have: async ({ flows, caller, args: [path = '', prerequisite = ''], locale }) =>
      choiceMessage(await flows.declarePrerequisite(caller, path, prerequisite), flows.certificates(), locale),
  },
});
