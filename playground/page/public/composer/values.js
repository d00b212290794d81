/** Values of a command's options: what can be suggested without the bot, and whether what was typed may be sent. */

const kinds = { text: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10 };

/** Suggestions the page knows by itself; undefined where the bot is asked, or where anything may be typed. */
export function ownSuggestions(option, typed, state) {
  const all = everySuggestion(option, state);
  const wanted = typed.trim().toLowerCase().replace(/^[@#]/, '');
  return all?.filter(({ label, detail = '' }) => `${label} ${detail}`.toLowerCase().includes(wanted)).slice(0, 25);
}

function everySuggestion(option, { members, roles, channels }) {
  if (option.choices?.length > 0) return option.choices.map(({ name, value }) => ({ label: name, value }));
  const people = () =>
    members.map(({ id, name, displayName }) => ({ label: displayName, detail: `@${name}`, value: { id } }));
  const groups = () => roles.map(({ id, name }) => ({ label: `@${name}`, value: { id } }));
  switch (option.type) {
    case kinds.boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case kinds.user:
      return people();
    case kinds.role:
      return groups();
    case kinds.mentionable:
      return [...people(), ...groups()];
    case kinds.channel:
      return channels
        .filter(({ type }) => !option.channel_types || option.channel_types.includes(type))
        .map(({ id, name }) => ({ label: `#${name}`, value: { id } }));
    default:
      return undefined;
  }
}

/**
 * `chosen` is the suggestion that was accepted and not changed since. Gives `{ value }`, `{ problem }`, or neither
 * for an optional option that was left empty.
 */
export function readValue(option, { text, chosen }, state) {
  if (chosen) return { value: chosen.value };
  const typed = text.trim();
  if (typed === '') return option.required ? { problem: 'Fill this in: it is required.' } : {};
  const exact = everySuggestion(option, state);
  if (exact) {
    const match = exact.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
    return match ? { value: match.value } : { problem: 'Choose one from the list.' };
  }
  if (option.type === kinds.text) return readText(option, typed);
  if (option.type === kinds.integer || option.type === kinds.number) return readNumber(option, typed);
  return { problem: "This can't be typed." };
}

function readText({ min_length: min = 0, max_length: max = 6000 }, typed) {
  const { length } = [...typed];
  if (length < min) return { problem: `Write at least ${min} characters.` };
  if (length > max) return { problem: `Write at most ${max} characters; these are ${length}.` };
  return { value: typed };
}

function readNumber({ type, min_value: min = -Infinity, max_value: max = Infinity }, typed) {
  const number = Number(typed);
  if (!Number.isFinite(number)) return { problem: 'Write a number.' };
  if (type === kinds.integer && !Number.isInteger(number)) return { problem: 'Write a whole number.' };
  if (number < min) return { problem: `Write a number from ${min} up.` };
  if (number > max) return { problem: `Write a number up to ${max}.` };
  return { value: number };
}
