/** What the page knows while somebody is one of the members: what they see, and what they do. */

import { isAnother, playEvening, start } from "./api";
import type { Api, Host, Outcome, Start, Values } from "./api";
import type { Attached } from "./attached-files";
import { Connection, type Told } from "./connection";
import { EPHEMERAL, firstOf, LOADING } from "./discord";
import type { Emoji, Message, Modal, Snowflake } from "./discord";
import { Reading } from "./reading";
import { Scores } from "./scores";
import type { Change } from "./timeline";

/**
 * Also tells of a message that came live, with the event "message".
 * What fails becomes a sentence in `complaint`, and `null` or `false`; no method throws.
 */
export class Session extends Reading {
  start: Start | null = null;
  host: Host | null = null;
  modal: Modal | null = null;
  connected = true;
  scores!: Scores;
  #becoming = 0;
  #connection: Connection | null = null;
  #eveningEnds = 0; // by performance.now(), for clocks may differ

  /** Seconds until the evening that is being played is over. */
  get eveningLeft(): number {
    return Math.max(0, Math.ceil((this.#eveningEnds - performance.now()) / 1000));
  }

  get api(): Api {
    return this.oneself.api;
  }

  /** While one becomes somebody else. */
  get isChanging(): boolean {
    return this.#becoming > 0;
  }

  async begin(): Promise<void> {
    await this.attempt(async () => {
      this.start = await start();
      this.#takeHost(this.start);
      await this.#become(this.start.you);
    });
  }

  async become(userId: Snowflake): Promise<void> {
    if (this.oneself.hasChosen(userId)) return;
    this.#becoming += 1;
    this.changed();
    await this.attempt(() => this.#become(userId));
    this.#becoming -= 1;
    this.changed();
  }

  send(content: string, replyTo: Snowflake | null, files: Attached[]): Promise<boolean> {
    return this.attempt(async () => {
      const channel = this.channelId;
      await this.show(await this.oneself.as((me) => me.send(channel, content, replyTo, files)));
    });
  }

  edit(message: Message, content: string): Promise<boolean> {
    return this.attempt(async () => this.take(await this.oneself.as((me) => me.edit(message, content))));
  }

  delete(message: Message): Promise<boolean> {
    return this.attempt(async () => {
      await this.oneself.as((me) => me.delete(message));
      this.timelines.remove(message.channel_id, [message.id]);
      this.changed();
    });
  }

  react(message: Message, emoji: Emoji): Promise<boolean> {
    const mine = message.reactions?.some((each) => each.me && each.emoji.name === emoji.name);
    return this.attempt(() => this.oneself.as((me) => me.react(message, emoji, !mine)));
  }

  async openThread(message: Message, name: string): Promise<boolean> {
    return this.attempt(async () => {
      const thread = await this.oneself.as((me) => me.openThread(message.channel_id, name, message.id));
      this.view = await this.oneself.as((me) => me.view());
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
    this.changed();
  }

  playEvening(): Promise<boolean> {
    return this.attempt(async () => void (await playEvening()));
  }

  async #become(userId: Snowflake): Promise<void> {
    const view = await this.oneself.become(userId);
    const { api } = this;
    this.#connection?.close();
    this.scores = new Scores(api);
    this.timelines.clear();
    this.unread.clear();
    this.view = view;
    this.modal = null;
    this.#settle();
    const connection = this.#connect(api);
    this.changed();
    await connection.begun; // first the events, then the past: nothing falls between them
    if (this.channelId && api === this.api) await this.load(this.channelId);
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
        if (again) void this.attempt(() => this.#loadAnew());
        this.changed();
      },
      () => {
        this.connected = false;
        this.changed();
        void isAnother(this.start).then((anew) => anew && location.reload());
      },
    ));
  }

  /** After a gap in the events. */
  async #loadAnew(): Promise<void> {
    this.view = await this.oneself.as((me) => me.view());
    this.timelines.clear();
    this.#settle();
    if (this.channelId) await this.load(this.channelId);
  }

  async #ask(ask: (me: Api) => Promise<Outcome>, answered?: () => void): Promise<Outcome | null> {
    let outcome: Outcome | null = null;
    await this.attempt(async () => {
      outcome = await this.oneself.as(ask);
      answered?.();
      this.modal = outcome.modal ?? this.modal;
      if (outcome.message) await this.show(outcome.message);
    });
    this.changed();
    return outcome;
  }

  #hear({ t, d }: Told): void {
    if (t === "MESSAGE_CREATE" || t === "MESSAGE_UPDATE") {
      this.#hearMessage(d as unknown as Message, t === "MESSAGE_CREATE");
    } else if (this.timelines.hear(t, d as unknown as Change, this.view?.user.id)) {
      this.changed();
    } else if (t === "HOST_CHANGED") {
      this.#takeHost(d as unknown as Host);
      this.changed();
    } else if (t !== "TYPING_START") {
      void this.attempt(() => this.#look());
    }
  }

  /** An answer of the bot's is new once it is no longer "thinking…". */
  #hearMessage(message: Message, isCreated: boolean): void {
    const known = this.timelines.find(message.channel_id, message.id);
    if (!known && !isCreated) {
      this.timelines.takeAnswered(message); // what is not on the page another there may answer
      return this.changed();
    }
    this.take(message);
    const isElsewhere = message.channel_id !== this.channelId;
    if (isCreated && isElsewhere && !(message.flags & EPHEMERAL)) this.unread.add(message.channel_id);
    const isNew = isCreated || Boolean((known?.flags ?? 0) & LOADING);
    if (isNew && !(message.flags & LOADING)) {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    }
  }

  /** See anew what there is; where one is may be gone. */
  async #look(): Promise<void> {
    this.view = await this.oneself.as((me) => me.view());
    this.#settle();
    if (this.channelId) await this.open(this.channelId);
  }

  #takeHost({ bot, tour }: Host): void {
    this.host = { bot, tour };
    this.#eveningEnds = performance.now() + tour.evening.seconds_left * 1000;
  }
}
