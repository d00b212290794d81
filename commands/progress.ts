/** A member's progress: finishing items and showing work for them, taking that back, standing, next steps. */
import { defineCommand, type Request } from '../src/discord/command.ts';
import type { Offered } from '../src/domain/completion.ts';
import type { Item } from '../src/domain/curriculum.ts';
import { completionMessage } from '../src/views/completion.ts';
import { nextMessage, progressMessage } from '../src/views/progress.ts';
import { undoMessage } from '../src/views/undoing.ts';
import { keptMessage, workMessage } from '../src/views/work.ts';
import { workForm } from '../src/views/work-form.ts';

const offer = (items: readonly Item[]) => items.map(({ id, title }) => ({ name: title, value: id }));
const openItems = async ({ flows, caller, typed }: Request & { typed: string }) =>
  offer(await flows.suggestOpenItems(caller, typed));
const doneItems = async ({ flows, caller, typed }: Request & { typed: string }) =>
  offer(await flows.suggestDoneItems(caller, typed));

const mark = async ({ flows, caller, locale }: Request, item: string) =>
  completionMessage(await flows.completeItem(caller, item), flows.certificates(), locale);

const done = async (request: Request, item: string) => {
  const question = await request.flows.askForWork(request.caller, item);
  return question ? workForm(question) : mark(request, item);
};

const showWork = async ({ flows, caller, locale, keepFile }: Request, asked: string, offered: Offered) => {
  const outcome = await flows.showWork(caller, asked, offered, (file, item) =>
    keepFile(file, keptMessage(caller.userId, item)),
  );
  return workMessage(outcome, flows.certificates(), locale);
};

const askAgain = async (request: Request, item: string, typed?: string) => {
  const question = await request.flows.askForWork(request.caller, item, true);
  return question ? workForm(question, typed) : mark(request, item);
};

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
      options: {
        item: { kind: 'text', says: 'Which item', required: true, suggest: openItems },
        link: {
          kind: 'text',
          says: 'Where your work can be seen (https://…); your certificate shows it to its readers',
        },
        file: { kind: 'file', says: 'Your work as a file; only the organisers see it' },
      },
      run: request => {
        const { item, link, file } = request.given;
        if (link === undefined && file === undefined) return done(request, item);
        return showWork(request, item, { ...(link === undefined ? {} : { link }), ...(file ? { file } : {}) });
      },
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
    mark: request => mark(request, request.args[0] ?? ''),
    work: request => {
      const [item = request.values[0] ?? '', typed] = request.args;
      return askAgain(request, item, typed === undefined ? undefined : decodeURIComponent(typed));
    },
    undo: request => undo(request, request.args[0] ?? ''),
    show,
    next,
  },
  forms: {
    done: request => {
      const [link] = request.fields.link ?? [];
      const [file] = request.files.file ?? [];
      const offered = { ...(link === undefined ? {} : { link }), ...(file ? { file } : {}) };
      return showWork(request, request.args[0] ?? '', offered);
    },
  },
});
