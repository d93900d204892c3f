/** A channel's messages, oldest first, and what events do to them. Lists in, lists out. */

import { emojiKey, type Emoji, type Message, type Snowflake } from "./discord";

/** Snowflakes grow with time, and so do their decimal numbers. */
function compareIds(one: Snowflake, other: Snowflake): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

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
export function withMessage(messages: readonly Message[], told: Message): Message[] {
  const at = messages.findIndex((each) => each.id === told.id);
  const known = messages[at];
  if (known) {
    const isLate = (known.edited_timestamp ?? "") > (told.edited_timestamp ?? "");
    return isLate ? [...messages] : messages.with(at, { ...known, ...told });
  }
  const after = messages.findLastIndex((each) => compareIds(each.id, told.id) < 0) + 1;
  return messages.toSpliced(after, 0, told);
}

function withMessages(messages: readonly Message[], told: readonly Message[]): Message[] {
  return told.reduce<Message[]>(withMessage, [...messages]);
}

export function withoutMessages(messages: readonly Message[], ids: readonly Snowflake[]): Message[] {
  const gone = new Set(ids);
  return messages
    .filter((each) => !gone.has(each.id))
    .map((each) =>
      each.referenced_message && gone.has(each.referenced_message.id)
        ? { ...each, referenced_message: null }
        : each,
    );
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

/** The messages of the channels that were looked at; of the others nothing is kept. */
export class Timelines {
  #messages = new Map<Snowflake, Message[]>();
  #whole = new Set<Snowflake>();

  of(channelId: Snowflake): readonly Message[] {
    return this.#messages.get(channelId) ?? [];
  }

  has(channelId: Snowflake): boolean {
    return this.#messages.has(channelId);
  }

  /** Whether there may be older messages than those that are here. */
  hasOlder(channelId: Snowflake): boolean {
    return this.has(channelId) && !this.#whole.has(channelId);
  }

  /** Take in messages that were asked for; `isWhole` where no older ones are left. */
  add(channelId: Snowflake, messages: readonly Message[], isWhole: boolean): void {
    this.#messages.set(channelId, withMessages(this.of(channelId), messages));
    if (isWhole) this.#whole.add(channelId);
  }

  /** A channel that was not looked at yet is loaded whole when it is. */
  change(channelId: Snowflake, change: (messages: readonly Message[]) => Message[]): void {
    const known = this.#messages.get(channelId);
    if (known) this.#messages.set(channelId, change(known));
  }

  /** Whether an event was about messages; then what it says is done. */
  hear(name: string, told: Change, me: Snowflake | undefined): boolean {
    const by = name === "MESSAGE_REACTION_ADD" ? 1 : -1;
    switch (name) {
      case "MESSAGE_DELETE":
        this.change(told.channel_id, (messages) => withoutMessages(messages, [told.id]));
        return true;
      case "MESSAGE_DELETE_BULK":
        this.change(told.channel_id, (messages) => withoutMessages(messages, told.ids));
        return true;
      case "MESSAGE_REACTION_ADD":
      case "MESSAGE_REACTION_REMOVE":
        this.change(told.channel_id, (messages) =>
          withReaction(messages, told.message_id, told.emoji, by, told.user_id === me),
        );
        return true;
      default:
        return false;
    }
  }

  clear(): void {
    this.#messages.clear();
    this.#whole.clear();
  }
}
