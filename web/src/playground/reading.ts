/** What one sees of the server while one is one of its members, and where one reads. */

import { RequestFailed } from "../shared/http";
import type { View } from "./api";
import { linked, nameOf } from "./discord";
import type { Channel, Message, Snowflake, User } from "./discord";
import { Oneself, SomebodyElse } from "./oneself";
import { Timelines } from "./timeline";
import { words } from "./words";

/**
 * Tells of every change with the event "change", of what oneself said or asked with "answered", and
 * of a message to go to with "jump". What fails becomes a sentence in `complaint`.
 */
export class Reading extends EventTarget {
  view: View | null = null;
  channelId: Snowflake = "";
  complaint = "";
  readonly unread = new Set<Snowflake>();
  protected readonly oneself = new Oneself();
  protected readonly timelines = new Timelines((channel, limit, place) =>
    this.oneself.as((me) => me.history(channel, limit, place)),
  );

  get channel(): Channel | undefined {
    return this.view?.channels.find((each) => each.id === this.channelId);
  }

  get messages(): readonly Message[] {
    return this.timelines.of(this.channelId);
  }

  get isLoaded(): boolean {
    return this.timelines.has(this.channelId);
  }

  get hasOlder(): boolean {
    return this.timelines.hasOlder(this.channelId);
  }

  /** Whether one looks at what was said earlier: what is said now is not shown. */
  get hasNewer(): boolean {
    return this.timelines.hasNewer(this.channelId);
  }

  /** How somebody is called here. */
  nameOf(user: User): string {
    return nameOf(
      user,
      this.view?.members.find((each) => each.user.id === user.id),
    );
  }

  async open(channelId: Snowflake): Promise<void> {
    const isHere = channelId === this.channelId;
    if (!this.#enter(channelId)) return;
    if (!this.isLoaded || (this.hasNewer && !isHere)) await this.attempt(() => this.load(channelId));
  }

  /** Opens a channel at a message; false where the message is not to be seen. */
  async openAt(channelId: Snowflake, messageId: Snowflake): Promise<boolean> {
    if (!this.#enter(channelId)) return false;
    if (!this.timelines.find(channelId, messageId)) {
      await this.attempt(() => this.timelines.loadAround(channelId, messageId));
      this.changed();
    }
    const isFound = this.timelines.find(channelId, messageId) !== undefined;
    if (!this.isLoaded) await this.attempt(() => this.load(channelId));
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
    await this.attempt(() => this.timelines.loadOlder(this.channelId));
    this.changed();
  }

  async loadNewer(): Promise<void> {
    await this.attempt(() => this.timelines.loadNewer(this.channelId));
    this.changed();
  }

  /** Back to what is said now. */
  async loadNewest(): Promise<void> {
    await this.attempt(() => this.load(this.channelId));
  }

  complain(sentence: string): void {
    this.complaint = sentence;
    this.changed();
  }

  /** Whether one is there now: what one does not see can't be entered. */
  #enter(channelId: Snowflake): boolean {
    if (!this.view?.channels.some((each) => each.id === channelId)) {
      this.complain(words.noSuchChannel);
      return false;
    }
    if (channelId !== this.channelId) this.complaint = ""; // it was about what one did before
    this.channelId = channelId;
    this.unread.delete(channelId);
    this.changed();
    return true;
  }

  protected async load(channelId: Snowflake): Promise<void> {
    await this.timelines.loadNewest(channelId);
    this.changed();
  }

  protected take(message: Message): void {
    this.timelines.take(message);
    this.changed();
  }

  /** Takes in what oneself said, or was answered; where it is new one is led to it. */
  protected async show(message: Message): Promise<void> {
    const { channel_id: channel, id } = message;
    if (this.timelines.hasNewer(channel) && !this.timelines.find(channel, id)) await this.load(channel);
    this.complaint = "";
    this.take(message);
    this.dispatchEvent(new Event("answered"));
  }

  protected async attempt(act: () => Promise<unknown>): Promise<boolean> {
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

  protected changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
