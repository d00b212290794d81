/** One visit as one member: the parts of the page, and what happens between them and the server. */
import { createAppCommands } from './acts/app-commands.js';
import { createComposerActs } from './acts/on-composer.js';
import { createMemberActs } from './acts/on-members.js';
import { createMessageActs } from './acts/on-messages.js';
import { createThreadActs } from './acts/on-threads.js';
import { createComposer } from './composer/composer.js';
import { typeAnywhere } from './composer/type-anywhere.js';
import { createControls } from './console/controls.js';
import { onNewDay } from './console/new-day.js';
import { openControls } from './console/open.js';
import { showEvents } from './dialogs/events.js';
import { showForm } from './dialogs/form.js';
import { showPersonas } from './dialogs/personas.js';
import { createDismissals } from './dismissals.js';
import { byId } from './dom.js';
import { receive } from './news.js';
import { createForum } from './panes/forum.js';
import { createHeader } from './panes/header.js';
import { createLog } from './panes/log.js';
import { createMemberList } from './panes/members.js';
import { createSidebar } from './panes/sidebar.js';
import { createTitle } from './panes/title.js';
import { createTyping } from './panes/typing.js';
import { openPins } from './popups/pins.js';
import { openThreads } from './popups/threads.js';
import { connectAs, listen, loadStart } from './server.js';
import { createStore } from './store.js';
import { createUnread } from './unread/unread.js';

export async function openSession(memberId) {
  const server = connectAs(memberId);
  // First of all the clock: every time that is drawn follows it.
  const controls = await createControls(memberId);
  const store = createStore(await server.state());
  const note = problem => log.note(problem.message);
  const attempt = work => work.catch(note);

  /** What the bot's answer asks of the page beyond messages: a form to open, a failure to show. */
  async function settled(work) {
    const outcome = await work;
    if (outcome.kind === 'no-response') throw new Error(outcome.text);
    if (outcome.kind !== 'modal') return;
    showForm(outcome.modal, {
      context,
      upload: composerActs.upload,
      send: fields => settled(server.submit(fields)),
      dismiss: () => server.closeForm().catch(note),
    });
  }

  async function loadChannel(channel) {
    if (!channel) throw new Error('There is no channel here that you may see.');
    store.beginChannel(channel.id);
    const { messages, commands } = await server.channel(channel.id);
    if (store.channelId !== channel.id) return;
    store.finishChannel(messages, commands);
    unread.opened();
    rememberChannel(channel.id);
    store.tell('channel');
  }
  const openChannel = (id, messageId) =>
    loadChannel(store.channel(id)).then(() => (messageId ? log.leadTo(messageId) : composer.focus()), note);
  /** The open channel again, or the first one if it is gone. */
  const reopen = () => loadChannel(store.channel() ?? store.firstChannel()).catch(note);

  /** As a press in the channel list does: whoever opens a voice channel is in it. */
  async function enter(id) {
    const { voice } = store.channel(id) ?? {};
    if (voice && !voice.userIds.includes(memberId)) await attempt(server.joinVoice(id));
    return openChannel(id);
  }
  const threads = createThreadActs(store, server, { openChannel: id => openChannel(id), attempt });

  const ownLatest = () =>
    [...store.messages.values()].findLast(({ author, type }) => store.isMe(author.id) && type !== 18);
  const composerActs = createComposerActs(memberId, store, server, {
    settled,
    note,
    editLast: () => log.edit(ownLatest()),
  });
  const composer = createComposer(store, composerActs);
  const appCommands = createAppCommands(store, server, { settled, note });
  const members = createMemberActs(store, server, { commands: appCommands, mention: composer.mention, attempt });
  const unread = await createUnread(memberId, store, server.unread);
  const context = { store, openChannel, startCommand: composer.startCommand, showProfile: members.showProfile };
  const log = createLog(
    store,
    {
      openChannel,
      focusComposer: composer.focus,
      startCommand: composer.startCommand,
      showProfile: members.showProfile,
      note: text => log.note(text),
      toggleReaction: (message, emoji, isMine) =>
        attempt((isMine ? server.unreact : server.react)({ ...place(message), emoji })),
      saveEdit: (message, text) => server.edit({ ...place(message), text }),
      actsOn: createMessageActs(store, server, {
        commands: appCommands,
        members,
        attempt,
        reply: composer.reply,
        edit: message => log.edit(message),
        openThread: threads.openThread,
        markUnread: message => unread.markUnread(message).then(() => store.tell('line'), note),
      }),
      seen: unread.seen,
      press: (message, button) => settled(server.press({ ...place(message), button })),
      pick: (message, select, values) => settled(server.pick({ ...place(message), select, values })),
    },
    createDismissals(memberId),
  );
  const toggleInterest = ({ id, isInterested }) =>
    attempt(isInterested ? server.notInterested(id) : server.interested(id));
  const chooseMember = async () => showPersonas(await loadStart(), memberId);
  openControls(store, controls, {
    personas: (await loadStart()).personas,
    chooseMember,
    focusComposer: composer.focus,
  });
  createHeader(store, {
    openChannel,
    joinThread: threads.join,
    threadEntries: threads.entries,
    showThreads: anchor =>
      openThreads(anchor, store, {
        openChannel,
        openThread: store.channel().may.openThreads ? () => threads.openThread() : undefined,
      }),
    showPins: anchor => openPins(anchor, { context, load: () => server.pins(store.channelId), leadTo: log.leadTo }),
  });
  createForum(store, { openChannel, newPost: threads.newPost });
  createMemberList(store, members);
  createSidebar(store, {
    openChannel: enter,
    showEvents: eventId => showEvents({ store, context, acts: { toggleInterest, openChannel: enter } }, eventId),
    leaveVoice: () => attempt(server.leaveVoice()),
    threadEntries: threads.entries,
    markRead: id => {
      unread.markRead(id);
      store.tell('line');
    },
    switchMember: chooseMember,
  });
  createTitle(store);
  createTyping(store);
  typeAnywhere(composer.focus);
  // "Today" may have become "Yesterday".
  onNewDay(controls, log.redraw);
  document.addEventListener('visibilitychange', () => log.isAtEnd && unread.seen());

  /** Only with an open line: what is said between loading and listening would be lost. */
  async function catchUp() {
    const isFirst = store.channelId === undefined;
    await attempt(loadChannel(store.channel() ?? store.channel(rememberedChannel()) ?? store.firstChannel()));
    await attempt(unread.recount());
    if (isFirst) composer.focus();
    byId('log').removeAttribute('aria-busy');
  }

  // Shown first: sizes of what is hidden can't be measured.
  byId('app').hidden = false;
  listen(memberId, {
    onNews: news => receive(store, news, { reopen, redraw: log.redraw, unread }),
    onConnection: showConnection(catchUp),
  });
}

const place = ({ id, channel_id: channel }) => ({ channel, message: id });

const rememberedChannel = () => new URL(location.href).searchParams.get('channel');

function rememberChannel(id) {
  const address = new URL(location.href);
  address.searchParams.set('channel', id);
  history.replaceState(null, '', address);
}

/** Says when the server is away, and catches up when it is there again. */
function showConnection(catchUp) {
  const line = byId('connection');
  return isConnected => {
    line.hidden = isConnected;
    line.textContent = isConnected ? '' : 'The playground does not answer. Trying again…';
    if (isConnected) void catchUp();
  };
}
