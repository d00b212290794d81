/** One visit as one member: the parts of the page, and what happens between them and the server. */
import { createComposer } from './composer/composer.js';
import { showForm } from './dialogs/form.js';
import { showPersonas } from './dialogs/personas.js';
import { createDismissals } from './dismissals.js';
import { byId } from './dom.js';
import { receive } from './news.js';
import { createHeader } from './panes/header.js';
import { createLog } from './panes/log.js';
import { createMemberList } from './panes/members.js';
import { createSidebar } from './panes/sidebar.js';
import { connectAs, listen, loadStart } from './server.js';
import { createStore } from './store.js';

export async function openSession(memberId) {
  const server = connectAs(memberId);
  const store = createStore(await server.state());
  const note = problem => log.note(problem.message);

  /** What the bot's answer asks of the page beyond messages: a form to open, a failure to show. */
  async function settled(work) {
    const outcome = await work;
    if (outcome.kind === 'no-response') throw new Error(outcome.text);
    if (outcome.kind !== 'modal') return;
    showForm(outcome, {
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
    rememberChannel(channel.id);
    store.tell('channel');
    store.tell('unread');
  }
  const openChannel = id => loadChannel(store.channel(id)).then(() => composer.focus(), note);
  /** The open channel again, or the first one if it is gone. */
  const reopen = () => loadChannel(store.channel() ?? store.firstChannel()).catch(note);

  const target = ({ applicationId, name }) => ({ channel: store.channelId, application: applicationId, command: name });
  const composer = createComposer(store, {
    say: text => server.say({ channel: store.channelId, text }).then(() => true, note),
    run: (command, options) => settled(server.run({ ...target(command), options })).catch(note),
    suggest: (command, option, typed, options) =>
      server.type({ ...target(command), option: option.name, typed, options }),
  });
  const log = createLog(
    store,
    {
      openChannel,
      focusComposer: composer.focus,
      startCommand: composer.startCommand,
      press: (message, button) => settled(server.press({ ...place(message), button })),
      pick: (message, select, values) => settled(server.pick({ ...place(message), select, values })),
    },
    createDismissals(memberId),
  );
  createHeader(store);
  createMemberList(store);
  createSidebar(store, { openChannel, switchMember: async () => showPersonas(await loadStart(), memberId) });

  // Shown first: sizes of what is hidden can't be measured.
  byId('app').hidden = false;
  await loadChannel(store.channel(rememberedChannel()) ?? store.firstChannel());
  composer.focus();
  listen(memberId, {
    onNews: news => receive(store, news, { reopen, redraw: log.redraw }),
    onConnection: showConnection(reopen),
  });
}

const place = ({ id, channel_id: channel }) => ({ channel, message: id });

const rememberedChannel = () => new URL(location.href).searchParams.get('channel');

function rememberChannel(id) {
  const address = new URL(location.href);
  address.searchParams.set('channel', id);
  history.replaceState(null, '', address);
}

/** Says when the server is away, and catches up when it is back. */
function showConnection(catchUp) {
  const line = byId('connection');
  let wasLost = false;
  return isConnected => {
    line.hidden = isConnected;
    line.textContent = isConnected ? '' : 'The playground does not answer. Trying again…';
    if (isConnected && wasLost) void catchUp();
    wasLost = !isConnected;
  };
}
