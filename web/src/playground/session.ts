/** What the page knows while somebody is one of the members: what they see, and what they do. */

import { RequestFailed } from "../shared/http";
import { isAnother, playEvening, start } from "./api";
import type { Api, Host, Outcome, Start, Values, View } from "./api";
import { Connection, type Told } from "./connection";
import { EPHEMERAL, firstOf, linked, LOADING, nameOf } from "./discord";
import type { Channel, Emoji, Message, Modal, Snowflake, User } from "./discord";
import { Oneself, SomebodyElse } from "./oneself";
import { Scores } from "./scores";
import { Timelines, withMessage, withoutMessages, type Change } from "./timeline";
import { words } from "./words";

const PAGE = 50; // messages that the server gives at once

/**
 * Tells of every change with the event "change", of a message that came live with "message", of
 * what oneself said or asked with "answered", and of a message to go to with "jump".
 * What fails becomes a sentence in `complaint`, and `null` or `false`; no method throws.
 */
export class Session extends EventTarget {
  start: Start | null = null;
  host: Host | null = null;
  view: View | null = null;
  channelId: Snowflake = "";
  modal: Modal | null = null;
  complaint = "";
  connected = true;
  readonly unread = new Set<Snowflake>();
  scores!: Scores;
  #oneself = new Oneself();
  #becoming = 0;
  #connection: Connection | null = null;
  #timelines = new Timelines();

  get api(): Api {
    return this.#oneself.api;
  }

  /** While one becomes somebody else. */
  get isChanging(): boolean {
    return this.#becoming > 0;
  }

  get channel(): Channel | undefined {
    return this.view?.channels.find((each) => each.id === this.channelId);
  }

  get messages(): readonly Message[] {
    return this.#timelines.of(this.channelId);
  }

  get isLoaded(): boolean {
    return this.#timelines.has(this.channelId);
  }

  get hasOlder(): boolean {
    return this.#timelines.hasOlder(this.channelId);
  }

  /** How somebody is called here. */
  nameOf(user: User): string {
    return nameOf(
      user,
      this.view?.members.find((each) => each.user.id === user.id),
    );
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      this.start = await start();
      this.host = { bot: this.start.bot, tour: this.start.tour };
      await this.#become(this.start.you);
    });
  }

  async become(userId: Snowflake): Promise<void> {
    if (this.#oneself.hasChosen(userId)) return;
    this.#becoming += 1;
    this.#changed();
    await this.#try(() => this.#become(userId));
    this.#becoming -= 1;
    this.#changed();
  }

  async open(channelId: Snowflake): Promise<void> {
    if (!this.view?.channels.some((each) => each.id === channelId)) {
      return this.complain(words.noSuchChannel);
    }
    this.channelId = channelId;
    this.unread.delete(channelId);
    this.#changed();
    if (!this.isLoaded) await this.#try(() => this.#load(channelId));
  }

  /** Goes to the message that an address of Discord's names; false where it names none. */
  jumpTo(url: string): boolean {
    const target = linked(url);
    if (target) this.jumpToMessage(target.channel, target.message);
    return target !== null;
  }

  jumpToMessage(channel: Snowflake, message: Snowflake): void {
    this.dispatchEvent(new CustomEvent("jump", { detail: { channel, message } }));
  }

  async loadOlder(): Promise<void> {
    const oldest = this.messages[0];
    if (oldest) await this.#try(() => this.#load(this.channelId, oldest.id));
  }

  send(content: string, replyTo: Snowflake | null, files: File[]): Promise<boolean> {
    return this.#try(async () => {
      const channel = this.channelId;
      this.#take(await this.#oneself.as((me) => me.send(channel, content, replyTo, files)));
      this.dispatchEvent(new Event("answered"));
    });
  }

  edit(message: Message, content: string): Promise<boolean> {
    return this.#try(async () => this.#take(await this.#oneself.as((me) => me.edit(message, content))));
  }

  delete(message: Message): Promise<boolean> {
    return this.#try(async () => {
      await this.#oneself.as((me) => me.delete(message));
      this.#timelines.change(message.channel_id, (messages) => withoutMessages(messages, [message.id]));
      this.#changed();
    });
  }

  react(message: Message, emoji: Emoji): Promise<boolean> {
    const mine = message.reactions?.some((each) => each.me && each.emoji.name === emoji.name);
    return this.#try(() => this.#oneself.as((me) => me.react(message, emoji, !mine)));
  }

  async openThread(message: Message, name: string): Promise<boolean> {
    return this.#try(async () => {
      const thread = await this.#oneself.as((me) => me.openThread(message.channel_id, name, message.id));
      this.view = await this.#oneself.as((me) => me.view());
      await this.open(thread.id);
    });
  }

  command(command: string, options: Values = {}): Promise<Outcome | null> {
    return this.#ask((me) => me.command(this.channelId, command, options));
  }

  app(message: Message, name: string): Promise<Outcome | null> {
    return this.#ask((me) => me.app(message, name));
  }

  use(message: Message, customId: string, values?: string[]): Promise<Outcome | null> {
    return this.#ask((me) => me.component(message, customId, values));
  }

  submit(modal: Modal, values: Values): Promise<Outcome | null> {
    return this.#ask(
      (me) => me.submit(modal, values),
      () => (this.modal = null),
    );
  }

  closeModal(): void {
    this.modal = null;
    this.#changed();
  }

  playEvening(): Promise<boolean> {
    return this.#try(async () => void (await playEvening()));
  }

  complain(sentence: string): void {
    this.complaint = sentence;
    this.#changed();
  }

  async #become(userId: Snowflake): Promise<void> {
    const view = await this.#oneself.become(userId);
    const { api } = this;
    this.#connection?.close();
    this.scores = new Scores(api);
    this.#timelines.clear();
    this.unread.clear();
    this.view = view;
    this.modal = null;
    this.#settle();
    const connection = this.#connect(api);
    this.#changed();
    await connection.begun; // first the events, then the past: nothing falls between them
    if (this.channelId && api === this.api) await this.#load(this.channelId);
  }

  /** Where one is, or, where one does not see that, where the talk is. */
  #settle(): void {
    const channels = this.view?.channels ?? [];
    if (this.channel) return;
    const talk = channels.find((each) => each.id === this.host?.tour.channel);
    this.channelId = (talk ?? firstOf(channels))?.id ?? "";
  }

  #connect(api: Api): Connection {
    return (this.#connection = new Connection(
      api.eventsUrl(),
      (told) => this.#hear(told),
      (again) => {
        this.connected = true;
        if (again) void this.#try(() => this.#loadAnew());
        this.#changed();
      },
      () => {
        this.connected = false;
        this.#changed();
        void isAnother(this.start).then((anew) => anew && location.reload());
      },
    ));
  }

  /** After a gap in the events. */
  async #loadAnew(): Promise<void> {
    this.view = await this.#oneself.as((me) => me.view());
    this.#timelines.clear();
    this.#settle();
    if (this.channelId) await this.#load(this.channelId);
  }

  async #load(channelId: Snowflake, before?: Snowflake): Promise<void> {
    const found = await this.#oneself.as((me) => me.history(channelId, before));
    this.#timelines.add(channelId, found, found.length < PAGE);
    this.#changed();
  }

  async #ask(ask: (me: Api) => Promise<Outcome>, answered?: () => void): Promise<Outcome | null> {
    let outcome: Outcome | null = null;
    await this.#try(async () => {
      outcome = await this.#oneself.as(ask);
      answered?.();
      this.modal = outcome.modal ?? this.modal;
      if (outcome.message) this.#take(outcome.message);
      this.dispatchEvent(new Event("answered"));
    });
    this.#changed();
    return outcome;
  }

  #hear({ t, d }: Told): void {
    if (t === "MESSAGE_CREATE" || t === "MESSAGE_UPDATE") {
      this.#hearMessage(d as unknown as Message, t === "MESSAGE_CREATE");
    } else if (this.#timelines.hear(t, d as unknown as Change, this.view?.user.id)) {
      this.#changed();
    } else if (t === "HOST_CHANGED") {
      this.host = d as unknown as Host;
      this.#changed();
    } else if (t !== "TYPING_START") {
      void this.#try(() => this.#look());
    }
  }

  /** An answer of the bot's is new once it is no longer "thinking…". */
  #hearMessage(message: Message, isCreated: boolean): void {
    const known = this.#timelines.of(message.channel_id).find((each) => each.id === message.id);
    if (!known && !isCreated) return; // a change of what is not on the page, and older than what is
    this.#take(message);
    const isElsewhere = message.channel_id !== this.channelId;
    if (isCreated && isElsewhere && !(message.flags & EPHEMERAL)) this.unread.add(message.channel_id);
    const isNew = isCreated || Boolean((known?.flags ?? 0) & LOADING);
    if (isNew && !(message.flags & LOADING)) {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    }
  }

  /** See anew what there is; where one is may be gone. */
  async #look(): Promise<void> {
    this.view = await this.#oneself.as((me) => me.view());
    this.#settle();
    if (this.channelId) await this.open(this.channelId);
  }

  #take(message: Message): void {
    this.#timelines.change(message.channel_id, (messages) => withMessage(messages, message));
    this.#changed();
  }

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof SomebodyElse) return false;
      if (!(error instanceof RequestFailed)) throw error;
      this.complain(error.sentence ?? words.unreachable);
      return false;
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
