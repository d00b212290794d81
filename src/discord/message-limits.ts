/** What Discord takes in one message of components. */
import { ComponentType } from 'discord-api-types/v10';

export const messageLimits = {
  /** Nested ones included. */
  components: 40,
  /** All text displays together. */
  text: 4_000,
  customId: 100,
  label: 80,
  url: 512,
  placeholder: 150,
  options: 25,
  optionText: 100,
} as const;

export function mostChildren(type: ComponentType): number {
  if (type === ComponentType.ActionRow) return 5;
  return type === ComponentType.Section ? 3 : Number.POSITIVE_INFINITY;
}
