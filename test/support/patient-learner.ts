/** A learner in bad weather: repeats what nobody acknowledged, and remembers what was. */
import type { LocalDiscord, Member, Shown } from '../../playground/discord/index.ts';

export interface PatientLearner {
  readonly member: Member;
  /** What Cairn has acknowledged as done and not as taken back since. */
  readonly done: ReadonlySet<string>;
  chooses(path: string): Promise<Shown>;
  finishes(item: string): Promise<Shown>;
  takesBack(item: string): Promise<Shown>;
  announces(): Promise<Shown>;
}

export interface Patience {
  readonly discord: LocalDiscord;
  readonly member: Member;
  /** Called after each act that was acknowledged. */
  readonly acknowledged: () => void;
}

/** Whoever reads "is thinking" for so many seconds tries again. */
const patience = { seconds: 5 };
const mostTries = 30;

export function patientLearner({ discord, member, acknowledged }: Patience): PatientLearner {
  const done = new Set<string>();

  const soon = (asked: Promise<Shown>) =>
    new Promise<Shown | undefined>((resolve, reject) => {
      const tooLong = discord.clock.now().add(patience).epochMilliseconds;
      const timer = discord.clock.at(tooLong, () => resolve(undefined));
      asked.then(resolve, reject).finally(timer.cancel);
    });

  async function until(says: RegExp, act: () => Promise<Shown>): Promise<Shown> {
    let last: string | undefined;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const shown = await soon(act());
      last = shown?.text;
      if (shown === undefined || shown.kind === 'no-response' || !says.test(shown.text)) continue;
      acknowledged();
      return shown;
    }
    throw new Error(`${member.name} asked ${mostTries} times for ${says}; the last answer was: ${last}`);
  }

  return {
    member,
    done,
    chooses: path => until(/Welcome to |You are on /, () => member.runs('/path choose', { path })),
    async finishes(item) {
      const shown = await until(/Done: |Already done: /, () => member.runs('/progress done', { item }));
      done.add(item);
      return shown;
    },
    async takesBack(item) {
      const shown = await until(/Taken back: |is not marked as done/, () => member.runs('/progress undo', { item }));
      done.delete(item);
      return shown;
    },
    announces: () =>
      until(/On its way|Already asked for|Already announced/, async () => {
        let shown = await member.runs('/certificate show');
        if (shown.buttons.some(({ label }) => label === 'Get it')) {
          const form = await member.clicks('Get it', shown);
          if (form.kind !== 'modal') return form;
          shown = await member.submits({});
        }
        if (shown.buttons.some(({ label }) => label === 'Announce it')) {
          // As people press who are not sure that the first time was felt.
          const [first] = await Promise.all([member.clicks('Announce it', shown), member.clicks('Announce it', shown)]);
          return first;
        }
        // Its acknowledgement was lost, and there is nothing to press any more.
        return shown.text.includes('Issued to ') ? { ...shown, text: 'Already asked for' } : shown;
      }),
  };
}
