/** Showing one's work for an item: what is asked for, what is offered, and what comes of it. */
import type { CompletionOutcome } from './completion.ts';
import type { Item } from './curriculum.ts';
import type { KeepOutcome, Shown } from './evidence.ts';
import type { LinkFault } from './work-link.ts';

/** What a member is asked before an item is ticked, or to show work for one that is. */
export interface WorkQuestion {
  readonly item: Item;
  readonly isTicked: boolean;
  /** What they have shown so far. */
  readonly shown?: Shown;
  /** A file is kept where only organisers see it; without such a place only a link helps. */
  readonly takesFiles: boolean;
}

export type WorkOutcome =
  /** Of a link and a file, both given, the link stands for the work. */
  | (CompletionOutcome & { readonly isFileLeftOut?: true })
  /** Nothing was ticked and nothing lost: `asked` is the link as it was typed. */
  | {
      readonly kind: 'bad-link';
      readonly item: Item;
      readonly asked: string;
      readonly why: LinkFault;
      readonly hadFile: boolean;
    }
  | {
      readonly kind: 'not-kept';
      readonly item: Item;
      readonly fileName: string;
      readonly why: Exclude<KeepOutcome, { kind: 'kept' }>;
    };
