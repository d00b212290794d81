/** Publishes the commands when Discord has said which application we are, and again later where that fails. */
import { type Publishing, type PublishOutcome, publishCommands } from './publish.ts';
import { pause, type Time } from './time.ts';

const longestWait = 600_000;

/** Resolves after the first attempt: the bot works meanwhile, with the commands that are there. */
export async function publishPatiently(publishing: Publishing, time: Time, closing: AbortSignal): Promise<void> {
  if (await attempt(publishing)) return;
  void goOn(publishing, time, closing);
}

async function goOn(publishing: Publishing, time: Time, closing: AbortSignal): Promise<void> {
  for (let wait = 10_000; ; wait = Math.min(wait * 2, longestWait)) {
    await pause(time, wait, closing);
    if (closing.aborted || (await attempt(publishing))) return;
  }
}

async function attempt(publishing: Publishing): Promise<PublishOutcome | undefined> {
  try {
    return await publishCommands(publishing);
  } catch (error) {
    publishing.log.warn({ err: error }, 'Commands could not be published: trying again later');
    return undefined;
  }
}
