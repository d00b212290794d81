/** What the client sends when a member submits a modal, after the checks the client makes. */

import type { MemberRecord, Outcome } from '../../state/records.ts';
import { channelOf, guildHolding, type World } from '../../state/world.ts';
import type { FieldValue, ShownField } from '../../surface/shown.ts';
import { characters } from '../../validate/issues.ts';
import type { OpenModal } from '../context.ts';
import { interact } from './interact.ts';
import { type ModalNode, modalFields } from './modal-fields.ts';
import { filesIn } from './modal-files.ts';
import type { SendFile } from './options.ts';
import { resolve } from './resolved.ts';
import { upload } from './uploads.ts';

type Filled = Readonly<Record<string, FieldValue>>;

export function submitModal(world: World, member: MemberRecord, open: OpenModal, filled: Filled): Promise<Outcome> {
  const application = world.applications.get(open.applicationId);
  const channel = channelOf(world, open.channelId);
  if (application === undefined) throw new Error('the application of this modal is gone');
  const place = { placeId: application.id, ephemeral: true };
  const { data, ids } = submission(open, filled, file => upload(world, file, place).id);
  const guild = guildHolding(world, channel);
  const resolved = resolve(world, guild, ids, member.user, application.bot);
  return interact(world, member.user, {
    type: 5,
    application,
    channel,
    name: open.modal.custom_id,
    source: open.source,
    opener: open.opener,
    data: { ...data, ...(resolved !== undefined && { resolved }) },
  });
}

/** Also says which ids it mentions, for the resolved objects. */
function submission(
  { modal }: OpenModal,
  filled: Filled,
  send: SendFile,
): { readonly data: object; readonly ids: readonly string[] } {
  const fields = modalFields(modal);
  for (const key of Object.keys(filled))
    if (!fields.some(({ label, customId }) => key === label || key === customId))
      throw new Error(
        `the modal "${modal.title}" has no field "${key}". It has: ${fields.map(({ label }) => label).join(', ')}`,
      );
  const ids: string[] = [];
  const value = (node: ModalNode): object => {
    const field = fields.find(({ customId }) => customId === node.custom_id);
    if (field === undefined) return { type: node.type, id: node.id ?? 0 };
    const given = filled[field.customId] ?? filled[field.label];
    const common = { type: node.type, id: node.id ?? 0, custom_id: field.customId };
    if (field.kind === 'file') {
      const values = filesIn(field, given).map(send);
      ids.push(...values);
      return { ...common, values };
    }
    const sent = sentValue(field, given);
    if (['user', 'role', 'mentionable', 'channel'].includes(field.kind)) ids.push(...(sent.values ?? []));
    return { ...common, ...sent };
  };
  const components = (modal.components as unknown as readonly ModalNode[]).map((top, index) => ({
    type: top.type,
    id: top.id ?? index + 1,
    ...(top.component !== undefined && { component: value(top.component) }),
    ...(top.components !== undefined && { components: top.components.map(value) }),
  }));
  return { data: { custom_id: modal.custom_id, components }, ids };
}

type Given = Filled[string] | undefined;

function list(given: Given): readonly string[] {
  if (typeof given === 'string') return [given];
  return Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];
}

interface Sent {
  readonly value?: string | boolean | null;
  readonly values?: readonly string[];
}

/** What the member leaves alone is sent as the bot chose it. */
function sentValue(field: ShownField, given: Given): Sent {
  const refuse = (why: string) => new Error(`the field "${field.label}" ${why}`);
  switch (field.kind) {
    case 'text': {
      const text = typeof given === 'string' ? given : (field.value ?? '');
      const length = characters(text);
      if (length === 0 && field.required) throw refuse('is required');
      const least = length === 0 ? 0 : (field.min ?? 0);
      if (length < least || length > (field.max ?? 4000))
        throw refuse(`takes ${least} to ${field.max ?? 4000} characters, not ${length}`);
      return { value: text };
    }
    case 'checkbox':
      return { value: given === undefined ? field.checked : given === true };
    case 'radio': {
      const [picked] = picks(field, given, 1);
      return { value: picked ?? null };
    }
    default:
      return { values: picks(field, given, field.max ?? (field.kind === 'checkboxes' ? field.options.length : 1)) };
  }

  function picks({ options, required, min, chosen }: ShownField, picked: Given, most: number): readonly string[] {
    const values = (picked === undefined ? chosen : list(picked)).map(wanted => {
      const option = options.find(({ label, value }) => value === wanted || label === wanted);
      if (option === undefined && options.length > 0)
        throw refuse(`has no option "${wanted}". It has: ${options.map(({ label }) => label).join(', ')}`);
      return option?.value ?? wanted;
    });
    const least = required || values.length > 0 ? Math.max(1, min ?? 1) : 0;
    if (values.length < least || values.length > most)
      throw refuse(`takes ${least} to ${most} values, not ${values.length}`);
    return values;
  }
}
