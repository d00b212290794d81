/** Learns from Cairn's real answers what the bare bot answers: the answer of middle size to each command. */
import { writeFileSync } from 'node:fs';
import type { Application, LocalDiscord } from '../playground/discord/index.ts';
import type { Ask, AskName } from './asks.ts';
import type { Constants } from './bare-bot.ts';

type Card = Constants['cards'][string];

const samples = 51;

export interface Learned {
  /** Bytes of the answers the bare bot gives, by what was asked. */
  readonly sizes: Readonly<Record<AskName, number>>;
}

export async function learnConstants(
  discord: LocalDiscord,
  cairn: Application,
  asks: { readonly [Name in AskName]: Ask },
  file: string,
): Promise<Learned> {
  const show = await middleAnswer<Card>(discord, asks['/progress show']);
  const done = await middleAnswer<Card>(discord, asks['/progress done']);
  const { choices } = await largestAnswer<Pick<Constants, 'choices'>>(discord, asks.autocomplete);
  if (choices.length !== 25) throw new Error(`Cairn offered ${choices.length} choices where 25 were expected.`);
  const constants: Constants = {
    commands: cairn.commands,
    cards: { 'progress show': show, 'progress done': done },
    choices,
  };
  writeFileSync(file, JSON.stringify(constants));
  return { sizes: { '/progress show': sizeOf(show), '/progress done': sizeOf(done), autocomplete: sizeOf(choices) } };
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

async function middleAnswer<T>(discord: LocalDiscord, ask: Ask): Promise<T> {
  const answers = await answersBySize<T>(discord, ask);
  return answers[Math.floor(answers.length / 2)] as T;
}

async function largestAnswer<T>(discord: LocalDiscord, ask: Ask): Promise<T> {
  return (await answersBySize<T>(discord, ask)).at(-1) as T;
}

async function answersBySize<T>(discord: LocalDiscord, ask: Ask): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
    await ask();
    const { body } = await answered;
    answers.push((body as { readonly data: T }).data);
  }
  return answers.sort((a, b) => sizeOf(a) - sizeOf(b));
}
