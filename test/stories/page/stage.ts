/** Members at the page with the real bot, in a real browser, with mouse and keyboard. */
import type { Member } from '../../../playground/discord/index.ts';
import { openDoor } from '../../../playground/page/door.ts';
import { type PageOptions, startPage } from '../../../playground/page/server.ts';
import { pageInOneFile } from '../../support/page-in-one-file.ts';
import { inTheBrowser, type Scene, type Tabs } from '../../support/tabs.ts';
import { aWorld, type World, type WorldOptions } from '../../support/world.ts';

type Extras = Pick<PageOptions, 'cast' | 'tour' | 'panels'>;

export interface Stage extends Scene {
  readonly world: World;
  /** The page's server goes; what this gives brings it back, on the same port. */
  stop(): Promise<() => Promise<void>>;
}

export interface StageOptions {
  /** Who is there: members of these names, shown with an exclamation mark. */
  readonly names: readonly string[];
  extras?(world: World): Extras;
  readonly options?: WorldOptions;
  /** The page's modules come one by one, as they do to a visitor; else as one file, which takes a third of the time. */
  readonly inModules?: true;
  /** What has happened there already. */
  before?(world: World): Promise<void>;
}

/** A group of tests in one community. */
export function onThePage(
  title: string,
  tests: (stage: Stage & Tabs) => void,
  { names, extras, options, inModules, before }: StageOptions,
): void {
  inTheBrowser(
    title,
    async onFault => {
      const world = await aWorld(options);
      const { discord, guild } = world;
      for (const name of names) guild.join({ name, displayName: `${name}!` });
      await before?.(world);
      // As the playground does.
      discord.clock.onChange(() => world.app.wake());
      const atRest = async () => (await world.app.atRest())?.epochMilliseconds;
      const files = inModules ? {} : { files: pageInOneFile() };
      const open = async (port: number) =>
        startPage({ door: await openDoor(port), discord, guild, onFault, atRest, ...files, ...extras?.(world) });
      let page = await open(0);
      const stop = async () => {
        await page.close();
        return async () => {
          page = await open(Number(new URL(page.url).port));
        };
      };
      const close = async () => {
        await page.close();
        await world.close();
      };
      return { world, discord, guild, page, stop, close };
    },
    tests,
  );
}

/** The Leader Path, up to one item before its certificate. */
export async function walksAlmostToTheEnd(member: Member): Promise<void> {
  let shown = await member.runs('/path choose', { path: 'level-leader' });
  while (!shown.text.includes('6 of 7')) shown = await member.clicks('Done', shown);
}
