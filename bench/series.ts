/** The comparison: both bots under the same loads in turn, several times over. */
import { type Ask, type AskName, askNames } from './asks.ts';
import type { Bot } from './bots.ts';
import { askTimes, closedLoop, openLoop } from './load.ts';
import { type Figures, measure } from './measure.ts';
import { median } from './statistics.ts';

export const modes = ['open', 'closed'] as const;
export type Mode = (typeof modes)[number];
export const contestants = ['cairn', 'bare'] as const;
export type Contestant = (typeof contestants)[number];

export const perSecond = 200;
export const inFlight = 32;

export interface Measured {
  readonly ask: AskName;
  readonly mode: Mode;
  readonly bot: Contestant;
  /** Medians over all passes; failures are summed. */
  readonly figures: Figures;
  /** CPU of each pass, to see how much they scatter. */
  readonly passes: readonly number[];
}

export interface Plan {
  readonly passes: number;
  readonly openSeconds: number;
  readonly closedSeconds: number;
  /** Interactions of each kind before anything is measured. */
  readonly warmUp: number;
}

export type Side = {
  readonly bot: Bot;
  /** Microseconds per second that it uses without work. */
  readonly idle: number;
  readonly asks: { readonly [Name in AskName]: Ask };
};

export async function runSeries(
  sides: { readonly [Bot in Contestant]: Side },
  plan: Plan,
  tell: (line: string) => void,
): Promise<readonly Measured[]> {
  for (const name of contestants)
    for (const ask of askNames) await askTimes(sides[name].asks[ask], inFlight, plan.warmUp);

  const cells = askNames.flatMap(ask => modes.map(mode => ({ ask, mode })));
  const taken = new Map<string, Figures[]>();
  for (let pass = 0; pass < plan.passes; pass++) {
    for (const { ask, mode } of cells) {
      for (const name of pass % 2 === 0 ? contestants : contestants.toReversed()) {
        const { bot, idle, asks } = sides[name];
        const load = () =>
          mode === 'open'
            ? openLoop(asks[ask], perSecond, plan.openSeconds)
            : closedLoop(asks[ask], inFlight, plan.closedSeconds);
        const figures = await measure(bot, idle, load);
        const key = `${ask} ${mode} ${name}`;
        taken.set(key, [...(taken.get(key) ?? []), figures]);
      }
    }
    tell(`pass ${pass + 1} of ${plan.passes}`);
  }

  return cells.flatMap(({ ask, mode }) =>
    contestants.map(bot => {
      const all = taken.get(`${ask} ${mode} ${bot}`) ?? [];
      return { ask, mode, bot, figures: middleOf(all), passes: all.map(({ cpu }) => cpu) };
    }),
  );
}

function middleOf(all: readonly Figures[]): Figures {
  const middle = (figure: keyof Figures) => median(all.map(figures => figures[figure]));
  return {
    cpu: middle('cpu'),
    p50: middle('p50'),
    p99: middle('p99'),
    perSecond: middle('perSecond'),
    discordShare: middle('discordShare'),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
