/** What the page knows while somebody is one of the members: what they see, and what they do. */

import { RequestFailed } from "../shared/http";
import { isAnother, playEvening, start } from "./api";
import type { Api, Host, Outcome, Place, Start, Values, View } from "./api";
import { Connection, type Told } from "./connection";
import { EPHEMERAL, firstOf, linked, LOADING, nameOf } from "./discord";
import type { Channel, Emoji, Message, Modal, Snowflake, User } from "./discord";
import { Oneself, SomebodyElse } from "./oneself";
import { Scores } from "./scores";
import { Timelines, type Change } from "./timeline";
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
  #eveningEnds = 0; // by performance.now(), for clocks may differ

  /** Seconds until the evening that is being played is over. */
  get eveningLeft(): number {
    return Math.max(0, Math.ceil((this.#eveningEnds - performance.now()) / 1000));
  }

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

  /** Whether one looks at what was said earlier: what is said now is not shown. */
  get hasNewer(): boolean {
    return this.#timelines.hasNewer(this.channelId);
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
      this.#takeHost(this.start);
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
    const isHere = channelId === this.channelId;
    if (!this.#enter(channelId)) return;
    if (!this.isLoaded || (this.hasNewer && !isHere)) await this.#try(() => this.#load(channelId));
  }

  /** Opens a channel at a message; false where the message is not to be seen. */
  async openAt(channelId: Snowflake, messageId: Snowflake): Promise<boolean> {
    if (!this.#enter(channelId)) return false;
    if (!this.#timelines.find(channelId, messageId)) {
      await this.#try(() => this.#loadAround(channelId, messageId));
    }
    const isFound = this.#timelines.find(channelId, messageId) !== undefined;
    if (!this.isLoaded) await this.#try(() => this.#load(channelId));
    if (!isFound && this.channelId === channelId) this.complain(words.noSuchMessage);
    return isFound && this.channelId === channelId;
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
    const { channelId } = this;
    const before = this.messages[0]?.id;
    if (before) await this.#try(() => this.#extend("loadOlder", channelId, { before }));
  }

  async loadNewer(): Promise<void> {
    const { channelId } = this;
    const after = this.messages.at(-1)?.id;
    if (after) await this.#try(() => this.#extend("loadNewer", channelId, { after }));
  }

  /** Back to what is said now. */
  async loadNewest(): Promise<void> {
    await this.#try(() => this.#load(this.channelId));
  }

  send(content: string, replyTo: Snowflake | null, files: File[]): Promise<boolean> {
    return this.#try(async () => {
      const channel = this.channelId;
      await this.#show(await this.#oneself.as((me) => me.send(channel, content, replyTo, files)));
    });
  }

  edit(message: Message, content: string): Promise<boolean> {
    return this.#try(async () => this.#take(await this.#oneself.as((me) => me.edit(message, content))));
  }

  delete(message: Message): Promise<boolean> {
    return this.#try(async () => {
      await this.#oneself.as((me) => me.delete(message));
      this.#timelines.remove(message.channel_id, [message.id]);
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

  /** Whether one is there now: what one does not see cannot be entered. */
  #enter(channelId: Snowflake): boolean {
    if (!this.view?.channels.some((each) => each.id === channelId)) {
      this.complain(words.noSuchChannel);
      return false;
    }
    this.channelId = channelId;
    this.unread.delete(channelId);
    this.#changed();
    return true;
  }

  async #load(channelId: Snowflake): Promise<void> {
    await this.#timelines.loadNewest(channelId, PAGE, () => this.#page(channelId));
    this.#changed();
  }

  async #loadAround(channelId: Snowflake, around: Snowflake): Promise<void> {
    await this.#timelines.loadAround(channelId, around, PAGE, () => this.#page(channelId, { around }));
    this.#changed();
  }

  async #extend(by: "loadOlder" | "loadNewer", channelId: Snowflake, place: Place): Promise<void> {
    await this.#timelines[by](channelId, PAGE, () => this.#page(channelId, place));
    this.#changed();
  }

  #page(channelId: Snowflake, place: Place = {}): Promise<Message[]> {
    return this.#oneself.as((me) => me.history(channelId, PAGE, place));
  }

  async #ask(ask: (me: Api) => Promise<Outcome>, answered?: () => void): Promise<Outcome | null> {
    let outcome: Outcome | null = null;
    await this.#try(async () => {
      outcome = await this.#oneself.as(ask);
      answered?.();
      this.modal = outcome.modal ?? this.modal;
      if (outcome.message) await this.#show(outcome.message);
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
      this.#takeHost(d as unknown as Host);
      this.#changed();
    } else if (t !== "TYPING_START") {
      void this.#try(() => this.#look());
    }
  }

  /** An answer of the bot's is new once it is no longer "thinking…". */
  #hearMessage(message: Message, isCreated: boolean): void {
    const known = this.#timelines.find(message.channel_id, message.id);
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
    this.#timelines.take(message);
    this.#changed();
  }

  /** Takes in what oneself said, or was answered; where it is new one is led to it. */
  async #show(message: Message): Promise<void> {
    const { channel_id: channel, id } = message;
    if (this.#timelines.hasNewer(channel) && !this.#timelines.find(channel, id)) await this.#load(channel);
    this.#take(message);
    this.dispatchEvent(new Event("answered"));
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

  #takeHost({ bot, tour }: Host): void {
    this.host = { bot, tour };
    this.#eveningEnds = performance.now() + tour.evening.seconds_left * 1000;
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
