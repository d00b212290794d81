/** Interactions and their two limits: three seconds to the first answer, fifteen minutes for the token. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import { keepNewest } from '../keep-newest.ts';
import type { InteractionRecord, MessageOrigin, MessageRecord, Outcome } from '../records.ts';
import type { World } from '../world.ts';

export const firstAnswerWithin = 3_000;
export const tokenLivesFor = 15 * 60_000;

export type NewInteraction = Pick<
  InteractionRecord,
  | 'type'
  | 'applicationId'
  | 'userId'
  | 'guildId'
  | 'channelId'
  | 'name'
  | 'commandName'
  | 'source'
  | 'opener'
  | 'target'
>;

export function createInteraction(world: World, fields: NewInteraction): InteractionRecord {
  const id = world.ids.next();
  return remember(world, {
    ...fields,
    id,
    // In the shape of Discord's. Random bytes for each would be the most expensive part of an interaction.
    token: Buffer.from(`interaction:${id}:${world.secret}`).toString('base64url'),
    createdAt: world.clock.millis(),
    state: 'pending',
    original: undefined,
    followUps: undefined,
    settle: undefined,
  });
}

export function remember(world: World, interaction: InteractionRecord): InteractionRecord {
  world.interactions.set(interaction.token, interaction);
  keepNewest(world.interactions, world.keepInteractions, world.keepInteractions / 10);
  return interaction;
}

/** Tells the bot. Its limits run from here. */
export function send(
  world: World,
  interaction: InteractionRecord,
  payload: GatewayInteractionCreateDispatchData,
): Promise<Outcome> {
  const outcome = new Promise<Outcome>(resolve => {
    interaction.settle = resolve;
  });
  world.bus.emit({ kind: 'interaction-pending', interaction, payload });
  return outcome;
}

/** The member sees the result; only the first call counts. */
export function settle(interaction: InteractionRecord, outcome: Outcome): void {
  const tell = interaction.settle;
  interaction.settle = undefined;
  tell?.(outcome);
}

export function fail(world: World, interaction: InteractionRecord, why: string): void {
  interaction.state = 'failed';
  world.bus.emit({ kind: 'interaction-failed', interaction, why });
  settle(interaction, { kind: 'failed', why });
}

export function isTooLate(world: World, interaction: InteractionRecord): boolean {
  return interaction.state === 'pending' && world.clock.millis() - interaction.createdAt > firstAnswerWithin;
}

export function tokenExpired(world: World, interaction: InteractionRecord): boolean {
  return world.clock.millis() - interaction.createdAt > tokenLivesFor;
}

/** A message that the token can reach: `@original` or the id of one of its own. */
export function messageOfToken(interaction: InteractionRecord, id: string): MessageRecord | undefined {
  const original = interaction.original;
  const message = id === '@original' || id === original?.id ? original : interaction.followUps?.get(id);
  return message?.deleted === true ? undefined : message;
}

/** Nobody will answer these any more: the world is about to be another one. */
export function failUnanswered(world: World): void {
  for (const interaction of world.interactions.values())
    if (interaction.state === 'pending' || interaction.state === 'deferred')
      fail(world, interaction, 'the server started anew');
}

/** What a message keeps of the interaction it answers. */
export function originOf(interaction: InteractionRecord): MessageOrigin {
  return {
    interactionId: interaction.id,
    type: interaction.type,
    userId: interaction.userId,
    commandName: interaction.commandName,
    interactedMessageId: interaction.source?.id,
    opener: interaction.opener,
    target: interaction.target,
  };
}
