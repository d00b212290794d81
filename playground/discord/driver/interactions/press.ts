/** Pressing buttons and picking from selects: finds the component, checks it as the client does, and sends it. */

import { applicationOfBot } from '../../state/applications.ts';
import type { MemberRecord, MessageRecord, Outcome } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';
import type { Shown, ShownButton, ShownSelect } from '../../surface/shown.ts';
import { shownMessage } from '../shown.ts';
import { onScreen } from '../view.ts';
import { interact } from './interact.ts';
import { resolve } from './resolved.ts';

const types: Readonly<Record<ShownSelect['kind'], number>> = {
  string: 3,
  user: 5,
  role: 6,
  mentionable: 7,
  channel: 8,
};

interface Found<C> {
  readonly message: MessageRecord;
  readonly component: C;
}

export function press(world: World, member: MemberRecord, wanted: string, shown?: Shown): Promise<Outcome> {
  const found = find(world, member, shown, ({ buttons }) =>
    buttons.find(({ label, customId }) => customId === wanted || label === wanted),
  );
  if (found === undefined)
    throw new Error(`${member.user.name} sees no button "${wanted}". ${whatThereIs(world, member, shown)}`);
  const { customId, url, disabled } = found.component;
  if (disabled) throw new Error(`the button "${wanted}" is disabled`);
  if (customId === undefined) throw new Error(`the button "${wanted}" is a link to ${url}: it sends no interaction`);
  return act(world, member, found.message, { component_type: 2, custom_id: customId }, []);
}

export function pick(
  world: World,
  member: MemberRecord,
  wanted: readonly string[],
  shown?: Shown,
  which?: string,
): Promise<Outcome> {
  const found = find(world, member, shown, ({ selects }) =>
    selects.find(({ customId, placeholder }) => which === undefined || which === customId || which === placeholder),
  );
  if (found === undefined)
    throw new Error(`${member.user.name} sees no select${which === undefined ? '' : ` "${which}"`}`);
  const select = found.component;
  if (select.disabled) throw new Error(`the select "${select.customId}" is disabled`);
  if (wanted.length < select.minValues || wanted.length > select.maxValues)
    throw new Error(`the select takes ${select.minValues} to ${select.maxValues} values, not ${wanted.length}`);
  const values = select.kind === 'string' ? wanted.map(one => optionOf(select, one)) : wanted;
  const data = { component_type: types[select.kind], custom_id: select.customId, values };
  return act(world, member, found.message, data, select.kind === 'string' ? [] : values);
}

function optionOf({ options }: ShownSelect, wanted: string): string {
  const option = options.find(({ value, label }) => value === wanted || label === wanted);
  if (option === undefined)
    throw new Error(`the select has no option "${wanted}". It has: ${options.map(({ label }) => label).join(', ')}`);
  return option.value;
}

/** On the message given, as it was shown; otherwise on the newest message that has it. */
function find<C extends ShownButton | ShownSelect>(
  world: World,
  member: MemberRecord,
  shown: Shown | undefined,
  has: (shown: Shown) => C | undefined,
): Found<C> | undefined {
  if (shown !== undefined) {
    const component = has(shown);
    const message = onScreen(world, member).find(({ id }) => id === shown.message?.id);
    if (component !== undefined && message === undefined) throw new Error('the message with this component is gone');
    return component && message && { component, message };
  }
  for (const message of [...onScreen(world, member)].reverse()) {
    if (message.components.length === 0) continue;
    const component = has(shownMessage(world, message));
    if (component !== undefined) return { component, message };
  }
  return undefined;
}

function act(
  world: World,
  member: MemberRecord,
  source: MessageRecord,
  data: { readonly custom_id: string; readonly component_type: number; readonly values?: readonly string[] },
  ids: readonly string[],
): Promise<Outcome> {
  const application = applicationOfBot(world, source.author.id);
  const channel = world.channels.get(source.channelId);
  if (application === undefined || channel === undefined)
    throw new Error('nobody answers this message: no bot wrote it');
  const guild = guildHolding(world, channel);
  const resolved = resolve(world, guild, ids, member.user, application.bot);
  return interact(world, member.user, {
    type: 3,
    application,
    channel,
    source,
    name: data.custom_id,
    data: { ...data, ...(resolved !== undefined && { resolved }) },
  });
}

function whatThereIs(world: World, member: MemberRecord, shown: Shown | undefined): string {
  const all = shown === undefined ? onScreen(world, member).map(message => shownMessage(world, message)) : [shown];
  const labels = all.slice(-5).flatMap(({ buttons }) => buttons.map(({ label }) => label));
  return labels.length === 0 ? 'There are none.' : `There are: ${labels.join(', ')}`;
}
