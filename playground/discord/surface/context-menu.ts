/** Commands of the menu that opens on a member or on a message. */
import type { OfferedCommand, RunOptions } from './commands.ts';
import type { Shown } from './shown.ts';

/** A member, or a message as somebody sees it. */
export type MenuTarget = { readonly id: string } | Shown;

export interface MemberContextMenus {
  /** `ada.uses('View progress', { on: ben })` or `{ on: shown }`; resolves with what she is shown then. */
  uses(command: string, target: RunOptions & { readonly on: MenuTarget }): Promise<Shown>;
  /** The commands her client offers in that menu. */
  menu(target: { readonly on: MenuTarget; readonly in?: { readonly id: string } }): readonly OfferedCommand[];
}
