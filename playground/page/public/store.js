/** What the page knows, and who wants to hear when it changes. */
import { readableColor } from './colors.js';

const category = 4;
const direct = 1;

export function createStore(state) {
  const listeners = { state: [], channel: [], message: [], unread: [], line: [], typing: [] };
  /** Changes that wait until the open channel's messages have come. */
  let waiting = [];
  const store = {
    /** guild, me, channels, members and roles, as the server last told. */
    state,
    channelId: undefined,
    /** True while the open channel's messages are on their way. */
    isLoading: false,
    /** Messages of the open channel by id, oldest first. */
    messages: new Map(),
    /** Commands offered in the open channel. */
    commands: [],
    /** Channels with messages not seen yet: `{ count, pings }` by id. */
    unread: new Map(),
    /** The message in the open channel above which the line "New" stands. */
    lineBefore: undefined,

    on(topic, listener) {
      listeners[topic].push(listener);
      return () => {
        listeners[topic] = listeners[topic].filter(other => other !== listener);
      };
    },
    tell(topic, news) {
      for (const listener of listeners[topic]) listener(news);
    },

    /** Resolves when the question has an answer, asked now and after each new state. */
    until(question) {
      const { promise, resolve } = Promise.withResolvers();
      const stop = store.on('state', ask);
      function ask() {
        const answer = question();
        if (!answer) return;
        stop();
        resolve(answer);
      }
      ask();
      return promise;
    },

    beginChannel(id) {
      store.channelId = id;
      store.messages = new Map();
      store.isLoading = true;
      waiting = [];
    },
    /** News that came in the meantime are newer than what was asked for. */
    finishChannel(messages, commands) {
      const arrived = store.messages;
      store.messages = new Map(messages.map(message => [message.id, message]));
      for (const [id, message] of arrived) store.messages.set(id, message);
      store.commands = commands;
      store.isLoading = false;
      for (const change of waiting.splice(0)) change();
    },
    /** Does to the open channel's messages what was told, at once or as soon as they are there. */
    onceLoaded(change) {
      if (store.isLoading) waiting.push(change);
      else change();
    },

    /** As the sidebar lists them: `{ name, channels }` by category, those without one first, direct messages last. */
    channelGroups() {
      const channels = [...store.state.channels].sort((a, b) => a.position - b.position);
      const rooms = channels.filter(({ type }) => type !== category && type !== direct);
      const groups = channels
        .filter(({ type }) => type === category)
        .map(({ id, name }) => ({ name, channels: rooms.filter(({ parentId }) => parentId === id) }));
      const shown = new Set(groups.flatMap(group => group.channels));
      return [
        { name: '', channels: rooms.filter(channel => !shown.has(channel)) },
        ...groups,
        { name: 'Direct messages', channels: channels.filter(({ type }) => type === direct) },
      ].filter(group => group.channels.length > 0);
    },
    /** Where newcomers are greeted, or else the topmost. */
    firstChannel: () => store.channel(store.state.guild.systemChannelId) ?? store.channelGroups()[0]?.channels[0],

    /** The open one, unless another is named. */
    channel(id = store.channelId) {
      const { channels, threads } = store.state;
      return channels.find(channel => channel.id === id) ?? threads.find(thread => thread.id === id);
    },
    /** The threads listed under a channel: those the member has joined, and the one that is open. */
    threadsBelow: parentId =>
      store.state.threads.filter(
        ({ id, archived, isMember, ...thread }) =>
          thread.parentId === parentId && (id === store.channelId || (isMember && !archived)),
      ),
    member: id => store.state.members.find(member => member.id === id),
    role: id => store.state.roles.find(role => role.id === id),
    isMe: id => id === store.state.me.id,
    /** The colour of the highest coloured role, as CSS and readable; undefined for none. */
    colorOf(member) {
      const role = store.state.roles.find(({ id, color }) => color !== 0 && member?.roleIds.includes(id));
      return role && readableColor(role.color);
    },
  };
  return store;
}
