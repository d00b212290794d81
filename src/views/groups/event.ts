/** What a group's events say on Discord's own calendar. When it is, each reader sees there in their own time. */
import type { Group } from '../../domain/groups/group.ts';
import { clipped, escaped } from '../text.ts';
import { listed } from './when.ts';

export interface EventWords {
  readonly name: string;
  readonly description: string;
}

/** More would make a list of it; Discord takes 1,000 characters. */
const mostPaths = 4;

/** @param pathTitles of the paths it is meant for. */
export function eventWords({ title, kind }: Pick<Group, 'title' | 'kind'>, pathTitles: readonly string[]): EventWords {
  const lines =
    kind === 'office-hours'
      ? ['Bring what you are stuck on: a mentor answers. Everybody is welcome, just come.']
      : [
          pathTitles.length > 0
            ? `A study group for those on ${listed(named(pathTitles))}.`
            : 'A study group for everybody.',
          'What this meeting covers: `/group agenda`. Who is in the group: `/group show`. Join it with `/group join`.',
        ];
  const interested = 'Press **Interested** if you come: said early enough, it brings you a reminder.';
  return { name: clipped(title, 100), description: [...lines, interested].join('\n\n') };
}

function named(titles: readonly string[]): readonly string[] {
  const more = titles.length - mostPaths;
  const shown = titles.slice(0, mostPaths).map(title => `**${escaped(clipped(title, 80))}**`);
  return more > 0 ? [...shown, `${more} more`] : shown;
}
