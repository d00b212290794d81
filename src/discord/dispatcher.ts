/** Decides which interactions are worked on, each once and only in time, and waits for them when the bot stops. */
import { InteractionType } from 'discord-api-types/v10';
import { restartingMessage } from '../views/faults.ts';
import { Answer } from './answer.ts';
import { createdAt } from './discord-clock.ts';
import { answerInteraction, type Handling } from './handling.ts';
import { type Interaction, localeFor } from './interaction.ts';
import { createSeen } from './seen.ts';
import { answerTyping, giveSuggestions } from './suggesting.ts';

export interface Dispatcher {
  /** Never throws. */
  receive(interaction: Interaction): void;
  /** From now on members are asked to wait. Resolves when nothing runs any more, or after so many milliseconds. */
  drain(atMost: number): Promise<void>;
}

/** Discord takes a first answer for so long. */
const freshFor = 3_000;
const remembered = 10_000;

export function createDispatcher(handling: Handling): Dispatcher {
  const { courier } = handling;
  const { clock, log, time } = courier;
  const seen = createSeen(remembered);
  const closing = new AbortController();
  let running = 0;
  let onIdle: (() => void) | undefined;

  const isStale = (interaction: Interaction) => clock.millis() - createdAt(interaction.id) > freshFor;

  async function take(interaction: Interaction): Promise<void> {
    if (isStale(interaction)) {
      // Perhaps only our clock is wrong.
      await clock.refresh();
      if (isStale(interaction)) {
        log.info({ interaction: interaction.id }, 'An interaction arrived too late to be answered: nothing was done');
        return;
      }
    }
    await work(interaction);
  }

  async function work(interaction: Interaction): Promise<void> {
    const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete;
    if (closing.signal.aborted) {
      if (typing) await giveSuggestions(courier, interaction, []);
      else await new Answer(courier, interaction).giveBeside(restartingMessage(localeFor(interaction)));
    } else if (typing) {
      await answerTyping(handling, interaction);
    } else {
      await answerInteraction(handling, interaction, closing.signal);
    }
  }

  return {
    receive(interaction) {
      if (interaction.type === InteractionType.Ping || !seen.isNew(interaction.id)) return;
      running++;
      take(interaction)
        .catch((error: unknown) => log.error({ err: error, interaction: interaction.id }, 'An interaction was lost'))
        .finally(() => {
          if (--running === 0) onIdle?.();
        });
    },

    async drain(atMost) {
      closing.abort();
      if (running === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      onIdle = resolve;
      const callOff = time.after(atMost, () => {
        log.warn({ running }, 'Stopped while interactions were being worked on');
        resolve();
      });
      await promise;
      callOff();
    },
  };
}
