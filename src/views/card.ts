/** The pieces that every card is made of. */
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Message } from './message.ts';

/** Accent colours by what a card says. */
export const accents = {
  path: 0x4f7cac,
  done: 0x3a9d6e,
  notice: 0xd9a441,
  certificate: 0x8e6bbf,
  plain: 0x6b7280,
} as const;

export type Accent = keyof typeof accents;
type Piece = APIComponentInContainer | false | undefined;

/** A message of one container; pieces that are absent are left out. */
export function card(accent: Accent, pieces: readonly Piece[], pings: readonly string[] = []): Message {
  const container: APIMessageTopLevelComponent = {
    type: ComponentType.Container,
    accent_color: accents[accent],
    components: pieces.filter(piece => piece !== undefined && piece !== false),
  };
  return { components: [container], ...(pings.length > 0 ? { pings } : {}) };
}

/** Lines of one text; empty ones are left out. */
export function text(...lines: readonly (string | false | undefined)[]): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content: lines.filter(Boolean).join('\n') };
}

export function divider(): APIComponentInContainer {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Text with a button at its right. */
export function beside(
  button: APIButtonComponent,
  ...lines: readonly (string | false | undefined)[]
): APIComponentInContainer {
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: lines.filter(Boolean).join('\n') }],
    accessory: button,
  };
}

/** One row of at most five buttons; nothing where there are none. */
export function row(
  ...buttons: readonly (APIButtonComponent | false | undefined)[]
): APIComponentInContainer | undefined {
  const present = buttons.filter(button => button !== undefined && button !== false).slice(0, 5);
  return present.length === 0 ? undefined : { type: ComponentType.ActionRow, components: present };
}

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
} as const;

/** @param customId `<command>/<component>/<args…>`, at most 100 characters, once per message. */
export function button(label: string, customId: string, style: keyof typeof styles = 'secondary'): APIButtonComponent {
  return { type: ComponentType.Button, style: styles[style], label, custom_id: customId };
}

/** A select of at most 25 options; nothing where there are none. */
export function select(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIComponentInContainer | undefined {
  if (options.length === 0) return undefined;
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options: options.slice(0, 25) }],
  };
}
