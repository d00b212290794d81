/** The one answer to an interaction: at once if it is quick, else after a deferral; always for the member alone. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../views/message.ts';
import { type Courier, type Delivery, deliver } from './delivery.ts';
import { createdAt } from './discord-clock.ts';
import { fitted } from './fitted.ts';
import type { Interaction } from './interaction.ts';

/** After so many milliseconds without an answer the member is shown that one is coming. */
const deferAfter = 1_500;
const firstAnswerWithin = 3_000;
const tokenLivesFor = 15 * 60_000;

/** Ids that Discord takes in one allowed_mentions. */
const mostPings = 100;
const forTheMember = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;

export class Answer {
  readonly #courier: Courier;
  readonly #interaction: Interaction;
  readonly #created: number;
  /** The panel that was pressed is the member's own: it becomes the answer. */
  readonly #replaces: boolean;
  readonly #callOffDeferral: () => void;
  #deferral: Promise<Delivery> | undefined;

  constructor(courier: Courier, interaction: Interaction) {
    this.#courier = courier;
    this.#interaction = interaction;
    this.#created = createdAt(interaction.id);
    this.#replaces = ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const age = Math.max(0, courier.clock.millis() - this.#created);
    this.#callOffDeferral = courier.time.after(Math.max(0, deferAfter - age), () => {
      this.#deferral = this.#acknowledge(
        this.#replaces
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
      );
    });
  }

  async give(message: Message): Promise<Delivery> {
    this.#callOffDeferral();
    if (this.#deferral) {
      const deferred = await this.#deferral;
      return deferred === 'too-late' ? deferred : this.#edit(message);
    }
    return this.#acknowledge(
      this.#replaces
        ? { type: InteractionResponseType.UpdateMessage, data: this.#replacement(message) }
        : { type: InteractionResponseType.ChannelMessageWithSource, data: this.#body(message, forTheMember) },
    );
  }

  /** Leaves the panel that was pressed as it is. */
  async giveBeside(message: Message): Promise<Delivery> {
    if (!this.#replaces) return this.give(message);
    this.#callOffDeferral();
    if (this.#deferral) {
      const deferred = await this.#deferral;
      return deferred === 'too-late' ? deferred : this.followUp(message);
    }
    return this.#acknowledge({
      type: InteractionResponseType.ChannelMessageWithSource,
      data: this.#body(message, forTheMember),
    });
  }

  /** One more message, after the answer. */
  followUp(message: Message): Promise<Delivery> {
    const { id, application_id, token } = this.#interaction;
    return deliver(this.#courier, {
      interactionId: id,
      method: 'POST',
      path: `/webhooks/${application_id}/${token}`,
      body: this.#body(message, forTheMember),
      until: this.#created + tokenLivesFor,
      repeatable: false,
    });
  }

  #acknowledge(body: unknown): Promise<Delivery> {
    const { id, token } = this.#interaction;
    return deliver(this.#courier, {
      interactionId: id,
      method: 'POST',
      path: `/interactions/${id}/${token}/callback`,
      body,
      until: this.#created + firstAnswerWithin,
      repeatable: true,
    });
  }

  #edit(message: Message): Promise<Delivery> {
    const { id, application_id, token } = this.#interaction;
    return deliver(this.#courier, {
      interactionId: id,
      method: 'PATCH',
      path: `/webhooks/${application_id}/${token}/messages/@original`,
      body: this.#replaces ? this.#replacement(message) : this.#body(message, MessageFlags.IsComponentsV2),
      until: this.#created + tokenLivesFor,
      repeatable: true,
    });
  }

  #replacement(message: Message) {
    const body = this.#body(message, MessageFlags.IsComponentsV2);
    const isV2 = ((this.#interaction.message?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    return isV2 ? body : { ...body, content: null, embeds: [] };
  }

  #body(message: Message, flags: number) {
    const { components, cut } = fitted(message.components);
    if (cut) this.#courier.log.warn({ interaction: this.#interaction.id }, 'An answer was too large and was cut');
    return { flags, components, allowed_mentions: { parse: [], users: message.pings?.slice(0, mostPings) ?? [] } };
  }
}
