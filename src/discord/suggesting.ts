/** Answers a member's typing with at most 25 lines, in time or with none. */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord-api-types/v10';
import { clip } from './clip.ts';
import type { Suggestion } from './command.ts';
import { type Courier, deliver } from './delivery.ts';
import { createdAt } from './discord-clock.ts';
import type { Handling } from './handling.ts';
import { addressedBy, callerOf } from './interaction.ts';
import { requestOf } from './request.ts';

/** The member's client waits three seconds, and the answer travels. */
const answerWithin = 2_500;
const most = 25;
const longest = 100;

export async function answerTyping(
  handling: Handling,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
  const { courier } = handling;
  const created = createdAt(interaction.id);
  const suggestions = await inTime(courier, created, suggestionsFor(handling, interaction)).catch((error: unknown) => {
    courier.log.error({ err: error, interaction: interaction.id }, 'Suggestions failed');
    return [];
  });
  await giveSuggestions(courier, interaction, suggestions);
}

export async function giveSuggestions(
  courier: Courier,
  { id, token }: { readonly id: string; readonly token: string },
  suggestions: readonly Suggestion[],
): Promise<void> {
  await deliver(courier, {
    interactionId: id,
    method: 'POST',
    path: `/interactions/${id}/${token}/callback`,
    body: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: offered(suggestions) },
    until: createdAt(id) + 3_000,
    repeatable: true,
  });
}

async function suggestionsFor(
  handling: Handling,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<readonly Suggestion[]> {
  const caller = callerOf(interaction);
  const addressed = addressedBy(handling.commands, interaction.data.name, interaction.data.options);
  const focused = addressed?.given.find(option => 'focused' in option && option.focused);
  if (!caller || !addressed || !focused || !Object.hasOwn(addressed.options, focused.name)) return [];
  const option = addressed.options[focused.name];
  if (option?.kind !== 'text' || !option.suggest) return [];
  const others = Object.fromEntries(
    (addressed?.given ?? []).flatMap(one =>
      one !== focused && 'value' in one ? [[one.name, String(one.value)] as const] : [],
    ),
  );
  return await option.suggest({ ...requestOf(caller, interaction, handling), typed: String(focused.value), others });
}

/** None where they take too long: a late answer would be refused. */
function inTime(
  { time, clock, log }: Courier,
  created: number,
  suggestions: Promise<readonly Suggestion[]>,
): Promise<readonly Suggestion[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Suggestion[]>();
  const age = Math.max(0, clock.millis() - created);
  const callOff = time.after(Math.max(0, answerWithin - age), () => {
    log.warn('Suggestions took too long');
    resolve([]);
  });
  return Promise.race([suggestions, promise]).finally(callOff);
}

/** What Discord takes: short names, values that are whole, and each only once. */
export function offered(
  suggestions: readonly Suggestion[],
): Required<APICommandAutocompleteInteractionResponseCallbackData> {
  const names = new Set<string>();
  const values = new Set<string>();
  const choices: Suggestion[] = [];
  for (const { name, value } of suggestions) {
    const shown = clip(name, longest);
    if (shown.trim() === '' || value === '' || value.length > longest || names.has(shown) || values.has(value))
      continue;
    names.add(shown);
    values.add(value);
    if (choices.push({ name: shown, value }) === most) break;
  }
  return { choices };
}
