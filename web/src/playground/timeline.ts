/** A channel's messages, oldest first, and what events do to them. Lists in, lists out. */

import type { Place } from "./api";
import { emojiKey, type Emoji, type Message, type Snowflake } from "./discord";

/** Snowflakes grow with time, and so do their decimal numbers. */
function compareIds(one: Snowflake, other: Snowflake): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** Asks for a page of a channel, newest first. */
type Fetch = (channelId: Snowflake, limit: number, place: Place) => Promise<Message[]>;

/** A change that does no harm if it is made twice. */
type Edit = (messages: readonly Message[]) => readonly Message[];

/** What an event that is not a message itself says of messages. */
export interface Change {
  channel_id: Snowflake;
  id: Snowflake;
  ids: Snowflake[];
  message_id: Snowflake;
  user_id: Snowflake;
  emoji: Emoji;
}

/**
 * With a message that is new, or changed: what an event leaves out stays as it was, and what comes
 * late (an answer and an event go different ways) changes nothing.
 */
function withMessage(messages: readonly Message[], told: Message): Message[] {
  const at = messages.findIndex((each) => each.id === told.id);
  const known = messages[at];
  if (known) {
    const isLate = (known.edited_timestamp ?? "") > (told.edited_timestamp ?? "");
    return isLate ? [...messages] : messages.with(at, { ...known, ...told });
  }
  const after = messages.findLastIndex((each) => compareIds(each.id, told.id) < 0) + 1;
  return messages.toSpliced(after, 0, told);
}

function withMessages(messages: readonly Message[], told: readonly Message[]): readonly Message[] {
  return told.reduce<readonly Message[]>(withMessage, messages);
}

function withoutMessages(messages: readonly Message[], ids: readonly Snowflake[]): Message[] {
  return messages.filter((each) => !ids.includes(each.id));
}

/** With a message as it is now wherever another refers to it: a reply, or a thread's beginning. */
function withAnswered(messages: readonly Message[], told: Message): readonly Message[] {
  if (!messages.some((each) => each.referenced_message?.id === told.id)) return messages;
  return messages.map((each) =>
    each.referenced_message?.id === told.id
      ? { ...each, referenced_message: { ...each.referenced_message, ...told } }
      : each,
  );
}

function withoutAnswered(messages: readonly Message[], ids: readonly Snowflake[]): readonly Message[] {
  const isGone = (each: Message): boolean => ids.includes(each.referenced_message?.id ?? "");
  if (!messages.some(isGone)) return messages;
  return messages.map((each) => (isGone(each) ? { ...each, referenced_message: null } : each));
}

/** With one reaction more (`by` 1) or less (`by` -1); `me` where it is one's own. */
function withReaction(
  messages: readonly Message[],
  messageId: Snowflake,
  emoji: Emoji,
  by: 1 | -1,
  me: boolean,
): Message[] {
  return messages.map((message) => {
    if (message.id !== messageId) return message;
    const key = emojiKey(emoji);
    const there = message.reactions ?? [];
    const known = there.some((each) => emojiKey(each.emoji) === key);
    const counted = known ? there : [...there, { emoji, count: 0, me: false }];
    const reactions = counted
      .map((each) =>
        emojiKey(each.emoji) === key ? { ...each, count: each.count + by, me: me ? by > 0 : each.me } : each,
      )
      .filter((each) => each.count > 0);
    return { ...message, reactions };
  });
}

/** An unbroken stretch of a channel's messages, and whether there may be others beyond its ends. */
interface Stretch {
  messages: readonly Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** A channel's messages being fetched, and what has happened there meanwhile. */
interface Loading {
  channelId: Snowflake;
  edits: Edit[];
}

interface Page {
  found: Message[];
  catchUp: Edit;
}

const NONE: Stretch = { messages: [], hasOlder: false, hasNewer: false };

const PAGE = 50; // messages at once

/** Of each channel that was looked at one stretch; of the others nothing is kept. */
export class Timelines {
  #stretches = new Map<Snowflake, Stretch>();
  #loading = new Set<Loading>();

  constructor(private readonly fetch: Fetch) {}

  of(channelId: Snowflake): readonly Message[] {
    return this.#stretch(channelId).messages;
  }

  find(channelId: Snowflake, messageId: Snowflake): Message | undefined {
    return this.of(channelId).find((each) => each.id === messageId);
  }

  has(channelId: Snowflake): boolean {
    return this.#stretches.has(channelId);
  }

  hasOlder(channelId: Snowflake): boolean {
    return this.#stretch(channelId).hasOlder;
  }

  hasNewer(channelId: Snowflake): boolean {
    return this.#stretch(channelId).hasNewer;
  }

  /** Fetches a channel's newest messages; they take the place of what was there. */
  async loadNewest(channelId: Snowflake): Promise<void> {
    const { found, catchUp } = await this.#load(channelId, {});
    const messages = catchUp(withMessages([], found));
    this.#stretches.set(channelId, { messages, hasOlder: found.length === PAGE, hasNewer: false });
  }

  /** Fetches the messages around one; if it is there, they take the place of what was there. */
  async loadAround(channelId: Snowflake, id: Snowflake): Promise<void> {
    const { found, catchUp } = await this.#load(channelId, { around: id });
    const messages = withMessages([], found);
    const at = messages.findIndex((each) => each.id === id);
    if (at < 0) return;
    const half = Math.floor(PAGE / 2);
    const [hasOlder, hasNewer] = [at >= half, messages.length - 1 - at >= half];
    this.#stretches.set(channelId, { messages: hasNewer ? messages : catchUp(messages), hasOlder, hasNewer });
  }

  async loadOlder(channelId: Snowflake): Promise<void> {
    const { found } = await this.#load(channelId, { before: this.of(channelId)[0]?.id });
    const known = this.#stretch(channelId);
    const messages = withMessages(known.messages, found);
    this.#stretches.set(channelId, { ...known, messages, hasOlder: found.length === PAGE });
  }

  async loadNewer(channelId: Snowflake): Promise<void> {
    const { found, catchUp } = await this.#load(channelId, { after: this.of(channelId).at(-1)?.id });
    const known = this.#stretch(channelId);
    const messages = withMessages(known.messages, found);
    const hasNewer = found.length === PAGE;
    this.#stretches.set(channelId, { ...known, messages: hasNewer ? messages : catchUp(messages), hasNewer });
  }

  /** Takes in a message that is new, or changed; one beyond the stretch's end is not kept. */
  take(message: Message): void {
    const channelId = message.channel_id;
    const isBeyond = this.hasNewer(channelId) && !this.find(channelId, message.id);
    this.#edit(channelId, (known) => withMessage(known, message), !isBeyond);
    this.takeAnswered(message);
  }

  /** Shows a message as it is now where others refer to it. */
  takeAnswered(message: Message): void {
    this.#editAll((known) => withAnswered(known, message));
  }

  remove(channelId: Snowflake, ids: readonly Snowflake[]): void {
    this.#edit(channelId, (messages) => withoutMessages(messages, ids));
    this.#editAll((messages) => withoutAnswered(messages, ids));
  }

  /** Whether an event was about messages; then what it says is done. */
  hear(name: string, told: Change, me: Snowflake | undefined): boolean {
    const by = name === "MESSAGE_REACTION_ADD" ? 1 : -1;
    switch (name) {
      case "MESSAGE_DELETE":
        this.remove(told.channel_id, [told.id]);
        return true;
      case "MESSAGE_DELETE_BULK":
        this.remove(told.channel_id, told.ids);
        return true;
      case "MESSAGE_REACTION_ADD":
      case "MESSAGE_REACTION_REMOVE":
        this.#change(told.channel_id, (messages) =>
          withReaction(messages, told.message_id, told.emoji, by, told.user_id === me),
        );
        return true;
      default:
        return false;
    }
  }

  clear(): void {
    this.#stretches.clear();
  }

  #stretch(channelId: Snowflake): Stretch {
    return this.#stretches.get(channelId) ?? NONE;
  }

  /** Asks for a page; `catchUp` adds to messages what has happened in the channel meanwhile. */
  async #load(channelId: Snowflake, place: Place): Promise<Page> {
    const loading: Loading = { channelId, edits: [] };
    this.#loading.add(loading);
    try {
      const found = await this.fetch(channelId, PAGE, place);
      const catchUp: Edit = (messages) => loading.edits.reduce((known, edit) => edit(known), messages);
      return { found, catchUp };
    } finally {
      this.#loading.delete(loading);
    }
  }

  /** A change that is also one of what is being fetched; `isHere` where it is one of the stretch. */
  #edit(channelId: Snowflake, edit: Edit, isHere = true): void {
    for (const each of this.#loading) if (each.channelId === channelId) each.edits.push(edit);
    if (isHere) this.#change(channelId, edit);
  }

  #editAll(edit: Edit): void {
    for (const channelId of this.#stretches.keys()) this.#change(channelId, edit);
  }

  #change(channelId: Snowflake, change: Edit): void {
    const known = this.#stretches.get(channelId);
    if (known) this.#stretches.set(channelId, { ...known, messages: change(known.messages) });
  }
}
