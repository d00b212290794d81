/** The commands of the open channel as lines to choose from: each subcommand is one. */

const subcommand = 1;
const group = 2;
const chatInput = 1;

/** Shorter words stand somewhere in nearly every description. */
const shortestAnywhere = 3;

/** `{ application, name: '/path choose', description, options }`, by application and name. */
export function listCommands(offered) {
  return offered
    .filter(({ command }) => (command.type ?? chatInput) === chatInput)
    .flatMap(({ application, command }) =>
      spread(`/${command.name}`, command).map(entry => ({ application, ...entry })),
    )
    .sort((a, b) => a.application.name.localeCompare(b.application.name) || a.name.localeCompare(b.name));
}

function spread(name, { description, options = [] }) {
  const inner = options.filter(({ type }) => type === subcommand || type === group);
  if (inner.length > 0) return inner.flatMap(option => spread(`${name} ${option.name}`, option));
  return [
    {
      name,
      description,
      options: [...options].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false)),
    },
  ];
}

/** What fits the typed text ("/pa ch"), best first: names that begin so, names that contain it, descriptions. */
export function findCommands(commands, typed) {
  const words = typed.replace(/^\//, '').toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ name, description }) => {
    const title = name.slice(1).toLowerCase();
    if (title.startsWith(words.join(' '))) return 0;
    const parts = title.split(' ');
    if (words.every((word, index) => parts[index]?.startsWith(word))) return 1;
    if (words.every(word => parts.some(part => part.startsWith(word)))) return 2;
    const everything = `${title} ${description.toLowerCase()}`;
    return words.every(word => word.length >= shortestAnywhere && everything.includes(word)) ? 3 : 4;
  };
  return commands
    .map(command => ({ command, rank: rank(command) }))
    .filter(entry => entry.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(entry => entry.command);
}

/** What fits the typed text, as lines of the picker under their apps. */
export function commandSuggestions(commands, typed) {
  const entries = findCommands(commands, typed).map(command => ({
    command,
    label: command.name,
    detail: command.description,
    hint: hintOf(command),
    group: command.application.name,
  }));
  // The app with the best match first; each app's commands stay together.
  return [...Map.groupBy(entries, ({ group }) => group).values()].flat();
}

/** "path, +1 optional", as a preview of what will be asked. */
function hintOf({ options }) {
  const required = options.filter(option => option.required).map(option => option.name);
  const optional = options.length - required.length;
  return [...required, optional > 0 && `+${optional} optional`].filter(Boolean).join(' ');
}
