/** Mentions as they are typed, by name, and as they are sent, by id. */

const everyone = ['everyone', 'here'];

/** What stands at the end of the text before the cursor: `{ sign: '@', typed: 'ad', start }`, or undefined. */
export function mentionAt(before) {
  const match = /(?:^|\s)([@#])([^\s@#]{0,32})$/u.exec(before);
  if (!match) return undefined;
  return { sign: match[1], typed: match[2], start: before.length - match[2].length - 1 };
}

/** Lines to choose from; `insert` is what is typed for it. */
export function mentionSuggestions({ sign, typed }, { members, roles, channels }, most = 10) {
  const wanted = typed.toLowerCase();
  const fits = (...names) => names.some(name => name.toLowerCase().startsWith(wanted));
  const contains = (...names) => names.some(name => name.toLowerCase().includes(wanted));
  const best = (list, namesOf) => [
    ...list.filter(entry => fits(...namesOf(entry))),
    ...list.filter(entry => !fits(...namesOf(entry)) && contains(...namesOf(entry))),
  ];
  if (sign === '#') {
    return best(channels.filter(isRoom), ({ name }) => [name])
      .slice(0, most)
      .map(({ name }) => ({ label: `#${name}`, insert: `#${name}` }));
  }
  const people = best(members, ({ name, displayName }) => [displayName, name]).map(({ name, displayName }) => ({
    label: displayName,
    detail: `@${name}`,
    insert: `@${name}`,
  }));
  const groups = best(roles, ({ name }) => [name]).map(({ name }) => ({
    label: `@${name}`,
    detail: 'Role',
    insert: `@${name}`,
  }));
  const all = everyone.filter(name => fits(name)).map(name => ({ label: `@${name}`, insert: `@${name}` }));
  return [...people, ...groups, ...all].slice(0, most);
}

const isRoom = ({ type }) => type !== 1 && type !== 4;

/** "@ada" becomes "<@1>", longest names first, so that "@ada.b" is not taken for "@ada". */
export function encodeMentions(text, { members, roles, channels }) {
  const names = [
    ...members.map(({ id, name }) => [`@${name}`, `<@${id}>`]),
    ...roles.map(({ id, name }) => [`@${name}`, `<@&${id}>`]),
    ...channels.filter(isRoom).map(({ id, name }) => [`#${name}`, `<#${id}>`]),
  ].sort(([a], [b]) => b.length - a.length);
  let encoded = '';
  for (let at = 0; at < text.length; ) {
    const isStart = at === 0 || /[\s(]/u.test(text[at - 1]);
    const found = isStart && names.find(([name]) => text.startsWith(name, at) && endsThere(text, at + name.length));
    encoded += found ? found[1] : text[at];
    at += found ? found[0].length : 1;
  }
  return encoded;
}

const endsThere = (text, end) => !/[\p{L}\p{N}_]/u.test(text[end] ?? ' ');

/** The other way round, for a message that is edited. */
export function decodeMentions(text, { members, roles, channels }) {
  const named = (list, sign) => (match, id) => {
    const entry = list.find(candidate => candidate.id === id);
    return entry ? `${sign}${entry.name}` : match;
  };
  return text
    .replace(/<@!?(\d{1,20})>/g, named(members, '@'))
    .replace(/<@&(\d{1,20})>/g, named(roles, '@'))
    .replace(/<#(\d{1,20})>/g, named(channels, '#'));
}
