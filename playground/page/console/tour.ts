/** What a guided tour is made of. The page knows how to lead one; its words come from whoever starts the page. */

/** Parts of the page that a step can point at. */
export type TourPlace = 'composer' | 'messages' | 'members' | 'channels' | 'clock' | 'inspector' | 'personas';

/** What has really happened when a step is done; without one, the visitor says so. */
export type TourEvent =
  /** A new or changed message with these words in it. */
  | { readonly kind: 'message'; readonly says: string }
  /** Somebody was given a role. */
  | { readonly kind: 'role-granted' }
  | { readonly kind: 'clock-moved' }
  | { readonly kind: 'inspector-opened' };

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** `button`: the newest button of that label in the messages, be it a link. */
  readonly at: TourPlace | { readonly button: string };
  readonly until?: TourEvent;
  /** Left out while no meeting is scheduled. */
  readonly needsMeeting?: boolean;
  /** In its place. */
  readonly unlessMeeting?: boolean;
}

export interface Tour {
  /** "Two minutes": what it offers before it begins. */
  readonly invitation: string;
  readonly steps: readonly TourStep[];
}
