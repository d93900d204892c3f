/** A channel's messages, oldest first, and what events do to them. Pure: lists in, lists out. */

import { emojiKey, type Emoji, type Message, type Snowflake } from "./discord";

/** Snowflakes grow with time, and so do their decimal numbers. */
export function compareIds(one: Snowflake, other: Snowflake): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** With a message that is new, or changed: what an event leaves out stays as it was. */
export function withMessage(messages: readonly Message[], told: Message): Message[] {
  const at = messages.findIndex((each) => each.id === told.id);
  if (at >= 0) return messages.with(at, { ...messages[at], ...told });
  const after = messages.findLastIndex((each) => compareIds(each.id, told.id) < 0) + 1;
  return messages.toSpliced(after, 0, told);
}

export function withMessages(messages: readonly Message[], told: readonly Message[]): Message[] {
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
export function withReaction(
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
        emojiKey(each.emoji) === key
          ? { ...each, count: each.count + by, me: me ? by > 0 : each.me }
          : each,
      )
      .filter((each) => each.count > 0);
    return { ...message, reactions };
  });
}
