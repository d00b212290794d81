/** A member's handle: what a person does with the client. */
import { memberJson } from '../serial/user.ts';
import { acting } from '../state/audit/audit-log.ts';
import { byRank } from '../state/members/hierarchy.ts';
import { giveRole, takeRole } from '../state/members/member-roles.ts';
import { changeMember, leave } from '../state/members/members.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import { channelOf, roleOf } from '../state/world.ts';
import type { Member } from '../surface/members.ts';
import type { Context } from './context.ts';
import { offeredCommands } from './interactions/commands.ts';
import { memberContextMenus } from './interactions/context-menu.ts';
import { submitModal } from './interactions/modal-submit.ts';
import { pick, press } from './interactions/press.ts';
import { complete, run } from './interactions/slash.ts';
import { watch } from './interactions/watch.ts';
import { memberMessages } from './messages.ts';
import { memberOnboarding } from './onboarding.ts';
import { memberScheduledEvents } from './scheduled-events/event-answers.ts';
import { shownMessage } from './shown.ts';
import { memberThreads } from './threads.ts';
import { dmsOf, messagesFor, onScreen, usualChannel } from './view.ts';
import { memberVoice } from './voice.ts';

export function memberHandle(context: Context, guild: GuildRecord, record: MemberRecord): Member {
  const { world, modals } = context;
  const { user } = record;
  /** What happens to a member is the owner's doing. */
  const moderated = (act: () => void) => acting(world, { userId: guild.ownerId, reason: undefined }, act);
  const roleNamed = (role: { readonly id: string }) => roleOf(guild, role.id);

  return {
    ...memberThreads(context, guild, record),
    ...memberVoice(context, guild, record),
    ...memberOnboarding(world, guild, record),
    ...memberContextMenus(context, guild, record),
    ...memberScheduledEvents(context, guild, record),
    ...memberMessages(context, guild, record),
    id: user.id,
    isBot: user.bot,
    get name() {
      return user.name;
    },
    get displayName() {
      return record.nick ?? user.displayName ?? user.name;
    },
    get guild() {
      return context.guild(guild);
    },
    get roles() {
      const roles = [...record.roles].flatMap(id => guild.roles.get(id) ?? []);
      return roles.sort((a, b) => byRank(b, a)).map(context.role);
    },
    get json() {
      return memberJson(record);
    },
    get dms() {
      return dmsOf(world, user.id).map(context.channel);
    },
    has(role) {
      const wanted = typeof role === 'string' ? role : role.id;
      return [...record.roles].some(id => id === wanted || guild.roles.get(id)?.name === wanted);
    },
    // Async, so that what the client refuses rejects the promise like everything else.
    runs: async (line, options = {}, where = {}) => watch(context, record, run(world, record, line, options, where)),
    clicks: async (button, shown) => watch(context, record, press(world, record, button, shown)),
    picks: async (values, shown, select) =>
      watch(context, record, pick(world, record, typeof values === 'string' ? [values] : values, shown, select)),
    submits: async fields => {
      const open = modals.get(user.id);
      if (open === undefined) throw new Error(`${user.name} has no modal open`);
      const shown = await watch(context, record, submitModal(world, record, open, fields));
      if (shown.kind !== 'no-response' && modals.get(user.id) === open) modals.delete(user.id);
      return shown;
    },
    dismisses: () => void modals.delete(user.id),
    async types(line, option, typed, others = {}, where = {}) {
      const outcome = await complete(world, record, line, { option, typed, others }, where);
      if (outcome.kind === 'choices') return outcome.choices;
      throw new Error(
        `${line}: no suggestions for "${option}": ${outcome.kind === 'failed' ? outcome.why : outcome.kind}`,
      );
    },
    sees: () => onScreen(world, record).map(message => shownMessage(world, message, 'message', user.id)),
    reads: channel =>
      messagesFor(world, record, channelOf(world, channel.id)).map(message =>
        shownMessage(world, message, 'message', user.id),
      ),
    commands(channel) {
      const where = channel === undefined ? usualChannel(world, guild, record) : channelOf(world, channel.id);
      return offeredCommands(world, user, where).map(({ application, command }) => ({
        applicationId: application.id,
        command: command.json,
      }));
    },
    closesDms() {
      user.dmsClosed = true;
    },
    opensDms() {
      user.dmsClosed = false;
    },
    get hasClosedDms() {
      return user.dmsClosed;
    },
    gets: role => moderated(() => giveRole(world, record, roleNamed(role))),
    loses: role => moderated(() => takeRole(world, record, roleNamed(role))),
    leaves: () => leave(world, guild, record),
    becomes({ timedOutUntil, pending, nick }) {
      const change = {
        ...(timedOutUntil !== undefined && { timedOutUntil: timedOutUntil?.toString() ?? null }),
        ...(pending !== undefined && { pending }),
        ...(nick !== undefined && { nick }),
      };
      moderated(() => changeMember(world, record, change));
    },
  };
}
