/** A member's progress: finishing items, taking that back, standing, next steps. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import type { Item } from '../src/domain/curriculum.ts';
import { completionMessage } from '../src/views/completion.ts';
import { nextMessage, progressMessage } from '../src/views/progress.ts';
import { undoMessage } from '../src/views/undoing.ts';

const offer = (items: readonly Item[]) => items.map(({ id, title }) => ({ name: title, value: id }));
const openItems = async ({ flows, caller, typed }: Request & { typed: string }) =>
  offer(await flows.suggestOpenItems(caller, typed));
const doneItems = async ({ flows, caller, typed }: Request & { typed: string }) =>
  offer(await flows.suggestDoneItems(caller, typed));

const done = async ({ flows, caller, locale }: Request, item: string) =>
  completionMessage(await flows.completeItem(caller, item), flows.certificates(), locale);

const undo = async ({ flows, caller, locale }: Request, item: string) =>
  undoMessage(await flows.undoItem(caller, item), flows.certificates(), locale);

const show = async ({ flows, caller, locale }: Request) => progressMessage(await flows.showProgress(caller), locale);
const next = async ({ flows, caller, locale }: Request) => nextMessage(await flows.showProgress(caller), locale);

export const command = defineCommand({
  name: 'progress',
  says: 'Your progress: finish items, see what is next',
  subcommands: {
    done: {
      says: 'Mark an item as done; it counts on every path',
      options: { item: { kind: 'text', says: 'Which item', required: true, suggest: openItems } },
      run: request => done(request, request.given.item),
    },
    undo: {
      says: 'Take back a mark',
      options: { item: { kind: 'text', says: 'Which item', required: true, suggest: doneItems } },
      run: request => undo(request, request.given.item),
    },
    show: { says: 'How far you are on each of your paths', options: {}, run: show },
    next: { says: 'What comes next', options: {}, run: next },
  },
  components: {
    done: request => done(request, request.args[0] ?? ''),
    undo: request => undo(request, request.args[0] ?? ''),
    show,
    next,
  },
});
