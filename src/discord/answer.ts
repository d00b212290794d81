/** The one answer to an interaction: at once if it is quick, else after a deferral; each further one takes its place. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { postedMessage } from '../views/faults.ts';
import type { Form } from '../views/form.ts';
import type { Message } from '../views/message.ts';
import { bodyOf, formBody } from './answer-body.ts';
import { type Courier, type Delivery, deliver, type Parcel } from './delivery.ts';
import { createdAt } from './discord-clock.ts';
import { type Interaction, localeFor } from './interaction.ts';

/** After so many milliseconds without an answer the member is shown that one is coming. */
const deferAfter = 1_500;
const firstAnswerWithin = 3_000;
const tokenLivesFor = 15 * 60_000;

const { Ephemeral, IsComponentsV2 } = MessageFlags;
const forTheMember = Ephemeral | IsComponentsV2;

export class Answer {
  readonly #courier: Courier;
  readonly #interaction: Interaction;
  readonly #created: number;
  readonly #callOffDeferral: () => void;
  /** The panel that was pressed is the member's own: it becomes the answer. */
  #inPlace: boolean;
  #deferral: Promise<Delivery> | undefined;
  #isGiven = false;

  constructor(courier: Courier, interaction: Interaction) {
    this.#courier = courier;
    this.#interaction = interaction;
    this.#created = createdAt(interaction.id);
    this.#inPlace = ((interaction.message?.flags ?? 0) & Ephemeral) !== 0;
    const age = Math.max(0, courier.clock.millis() - this.#created);
    this.#callOffDeferral = courier.time.after(Math.max(0, deferAfter - age), () => {
      this.#deferral = this.#acknowledge(
        this.#inPlace
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: Ephemeral } },
      );
    });
  }

  /** The answer, or what takes its place. */
  async give(message: Message): Promise<Delivery> {
    if (this.#isGiven) return this.#edit(message);
    if (message.isPublic) return this.#giveToAll(message);
    const deferred = await this.#deferred();
    if (deferred === 'too-late') return deferred;
    if (deferred) return this.#noted(this.#edit(message));
    return this.#noted(
      this.#inPlace
        ? this.#acknowledge({ type: InteractionResponseType.UpdateMessage, data: this.#replacement(message) }, message)
        : this.#answerAnew(message, forTheMember),
    );
  }

  /** Leaves the panel that was pressed as it is, and what was answered already. */
  async giveBeside(message: Message): Promise<Delivery> {
    if (!this.#inPlace && !this.#isGiven) return this.give(message);
    if (this.#isGiven) return this.followUp(message);
    const deferred = await this.#deferred();
    if (deferred === 'too-late') return deferred;
    if (deferred) return this.followUp(message);
    this.#inPlace = false;
    return this.#noted(this.#answerAnew(message, forTheMember));
  }

  /** A form opens as the first answer or not at all; undefined where it is too late for that. */
  async open(form: Form): Promise<Delivery | undefined> {
    if (this.#isGiven || (await this.#deferred())) return undefined;
    return this.#acknowledge({ type: InteractionResponseType.Modal, data: formBody(form) });
  }

  /** One more message, after the answer. */
  followUp(message: Message, flags: number = forTheMember): Promise<Delivery> {
    const { application_id, token } = this.#interaction;
    return this.#send({
      method: 'POST',
      path: `/webhooks/${application_id}/${token}`,
      body: this.#body(message, flags),
      files: message.files,
      until: this.#created + tokenLivesFor,
      repeatable: false,
    });
  }

  /** Discord takes nothing more. */
  get isOver(): boolean {
    return this.#courier.clock.millis() > this.#created + tokenLivesFor;
  }

  async #giveToAll(message: Message): Promise<Delivery> {
    const deferred = await this.#deferred();
    if (deferred === 'too-late') return deferred;
    if (!deferred) {
      this.#inPlace = false;
      return this.#noted(this.#answerAnew(message, IsComponentsV2));
    }
    // A deferral is for the member alone, and whatever comes in its place stays so.
    if (!this.#inPlace) await this.#noted(this.#edit(postedMessage(localeFor(this.#interaction))));
    return this.#noted(this.followUp(message, IsComponentsV2));
  }

  /** What became of the deferral; undefined where there was none, and then there will be none. */
  async #deferred(): Promise<Delivery | undefined> {
    this.#callOffDeferral();
    return await this.#deferral;
  }

  async #noted(delivery: Promise<Delivery>): Promise<Delivery> {
    if ((await delivery) === 'done') this.#isGiven = true;
    return delivery;
  }

  #answerAnew(message: Message, flags: number): Promise<Delivery> {
    const type = InteractionResponseType.ChannelMessageWithSource;
    return this.#acknowledge({ type, data: this.#body(message, flags) }, message);
  }

  #acknowledge(body: unknown, { files }: Pick<Message, 'files'> = {}): Promise<Delivery> {
    const { id, token } = this.#interaction;
    return this.#send({
      method: 'POST',
      path: `/interactions/${id}/${token}/callback`,
      body,
      files,
      until: this.#created + firstAnswerWithin,
      repeatable: true,
    });
  }

  #edit(message: Message): Promise<Delivery> {
    const { application_id, token } = this.#interaction;
    return this.#send({
      method: 'PATCH',
      path: `/webhooks/${application_id}/${token}/messages/@original`,
      body: this.#replacement(message),
      files: message.files,
      until: this.#created + tokenLivesFor,
      repeatable: true,
    });
  }

  /** Files of the message that is replaced go away, unless they come again. */
  #replacement(message: Message) {
    const body = { attachments: [], ...this.#body(message, IsComponentsV2) };
    const { flags = IsComponentsV2 } = this.#interaction.message ?? {};
    return this.#inPlace && (flags & IsComponentsV2) === 0 ? { ...body, content: null, embeds: [] } : body;
  }

  #body(message: Message, flags: number) {
    const { cut, ...body } = bodyOf(message);
    if (cut) this.#courier.log.warn({ interaction: this.#interaction.id }, 'An answer was too large and was cut');
    return { flags, ...body };
  }

  #send(parcel: Omit<Parcel, 'interactionId'>): Promise<Delivery> {
    return deliver(this.#courier, { interactionId: this.#interaction.id, ...parcel });
  }
}
