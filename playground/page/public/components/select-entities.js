/** Selects that list members, roles or channels instead of options of their own. */

export function entityOptions(select, store) {
  const { members, roles, channels } = store.state;
  const people = members.map(member => ({
    label: member.displayName,
    description: `@${member.name}`,
    value: member.id,
  }));
  const groups = roles.map(role => ({ label: `@${role.name}`, value: role.id }));
  const rooms = channels
    .filter(channel => !select.channel_types || select.channel_types.includes(channel.type))
    .map(channel => ({ label: `#${channel.name}`, value: channel.id }));
  const options = { 5: people, 6: groups, 7: [...people, ...groups], 8: rooms }[select.type];
  const chosen = (select.default_values ?? []).map(({ id }) => id);
  return options.map(option => ({ ...option, default: chosen.includes(option.value) }));
}
