/** What is ours already and would fail later: roles that cannot or must not be given, channels Cairn cannot see. */
import { holds } from './permissions.ts';
import { whyUnsafe } from './role-safety.ts';
import { isAbove } from './server.ts';
import type { Deciding, Decision } from './setup-decision.ts';
import type { SetupWarning } from './setup-plan.ts';
import type { Wanted } from './wanted-server.ts';

export function warningsOf(
  decided: readonly { readonly thing: Wanted; readonly decision: Decision }[],
  deciding: Deciding,
): readonly SetupWarning[] {
  return decided.flatMap(({ thing, decision }) => {
    if (decision.kind !== 'kept') return [];
    const { id, binding } = decision.kept;
    return thing.kind === 'role' ? warningsOfRole(id, binding, deciding) : warningsOfChannel(id, binding, deciding);
  });
}

function warningsOfRole(id: string, binding: string, { server, adopting }: Deciding): readonly SetupWarning[] {
  const role = server.roles.find(one => one.id === id);
  if (!role) return [];
  const { highestRoleId } = server.bot;
  const why = whyUnsafe(role, server, adopting.useOf(binding));
  const isLow = isAbove(
    server.roles.find(one => one.id === highestRoleId),
    role,
  );
  return [
    ...(why ? [{ kind: 'role-unsafe', binding, roleId: id, why } as const] : []),
    ...(isLow ? [] : [{ kind: 'role-too-high', roleId: id, botRoleId: highestRoleId } as const]),
  ];
}

function warningsOfChannel(id: string, binding: string, { server }: Deciding): readonly SetupWarning[] {
  const channel = server.channels.find(one => one.id === id);
  const isHidden = channel && !holds(channel.botPermissions, 'ViewChannel');
  return isHidden ? [{ kind: 'channel-hidden', binding, channelId: id }] : [];
}
