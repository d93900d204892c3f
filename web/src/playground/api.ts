/** The page's server: a second door to the loopback Discord, used as one of its members. */

import { request } from "../shared/http";
import type { Attached } from "./attached-files";
import type {
  Channel,
  Command,
  CommandChoice,
  Emoji,
  Member,
  Message,
  Modal,
  Role,
  Snowflake,
} from "./discord";
import { emojiKey } from "./discord";

/** The bot's process. */
export interface Bot {
  user: Member["user"];
  state: "starting" | "ready" | "stopped";
  reason: string | null;
}

/** Where the tour leads, and how far what it tells of has come. */
export interface TourState {
  channel: Snowflake;
  moderators: Snowflake;
  moderator: Snowflake;
  member: Snowflake;
  reading: "waiting" | "reading" | "done" | "failed";
  alerts: boolean;
  evening: { state: "calm" | "quarrel" | "calming" | "over"; seconds_left: number };
  alert: Snowflake | null;
  all_clear: Snowflake | null;
}

/** What goes on behind the server: HOST_CHANGED tells of it. */
export interface Host {
  bot: Bot;
  tour: TourState;
}

/** What there is before one is anybody: the server, and whom one can be. */
export interface Start extends Host {
  server: { id: Snowflake; name: string };
  people: Member[];
  you: Snowflake;
  locale: string;
}

/** What a member sees of the server. */
export interface View {
  user: Member["user"];
  member: Member;
  permissions: string;
  channels: Channel[];
  members: Member[];
  roles: Role[];
  emojis: Emoji[];
  commands: Command[];
}

/** What came of asking the bot: a message, a form to fill in, or neither. */
export interface Outcome {
  message: Message | null;
  modal: Modal | null;
}

/** How a message sounded, and the words that made it so. */
export interface Score {
  label: string;
  color: number | null;
  words?: string[];
}

/** Where a page of a channel is: beside a message, or (with none) at the end. */
export type Place = { before?: Snowflake; after?: Snowflake; around?: Snowflake };

export type Values = Record<string, string | boolean | string[]>;

export function start(): Promise<Start> {
  return request("GET", "/api/start");
}

/** Whether another playground answers here by now: it was started anew, and nobody has their old id. */
export async function isAnother(known: Start | null): Promise<boolean> {
  const found = await start().catch(() => null);
  return found !== null && known !== null && found.server.id !== known.server.id;
}

export function playEvening(): Promise<{ messages: number; seconds: number }> {
  return request("POST", "/api/evening");
}

/** Everything that one member may do. Every method throws `RequestFailed`. */
export class Api {
  readonly #root: string;

  constructor(readonly userId: Snowflake) {
    this.#root = `/api/as/${userId}`;
  }

  view(): Promise<View> {
    return request("GET", `${this.#root}/view`);
  }

  /** Newest first. */
  history(channel: Snowflake, limit: number, place: Place): Promise<Message[]> {
    const query = new URLSearchParams({ limit: String(limit) });
    for (const [name, id] of Object.entries(place)) if (id) query.set(name, id);
    return request("GET", `${this.#messages(channel)}?${query}`);
  }

  send(channel: Snowflake, content: string, replyTo: Snowflake | null, files: Attached[]): Promise<Message> {
    const payload = { content, ...(replyTo ? { reply_to: replyTo } : {}) };
    if (!files.length) return request("POST", this.#messages(channel), payload);
    const attachments = files.map(({ altText }, id) => ({ id, description: altText }));
    const form = new FormData();
    form.append("payload_json", JSON.stringify({ ...payload, attachments }));
    files.forEach(({ file }, number) => form.append(`files[${number}]`, file));
    return request("POST", this.#messages(channel), form);
  }

  edit(message: Message, content: string): Promise<Message> {
    return request("PATCH", this.#message(message), { content });
  }

  delete(message: Message): Promise<null> {
    return request("DELETE", this.#message(message));
  }

  react(message: Message, emoji: Emoji, on: boolean): Promise<null> {
    const key = encodeURIComponent(emojiKey(emoji));
    return request(on ? "PUT" : "DELETE", `${this.#message(message)}/reactions/${key}`);
  }

  openThread(channel: Snowflake, name: string, messageId: Snowflake): Promise<Channel> {
    return request("POST", `${this.#channel(channel)}/threads`, { name, message_id: messageId });
  }

  command(channel: Snowflake, command: string, options: Values): Promise<Outcome> {
    return request("POST", `${this.#channel(channel)}/commands`, { command, options });
  }

  complete(
    channel: Snowflake,
    command: string,
    options: Values,
    focused: string,
    signal: AbortSignal,
  ): Promise<CommandChoice[]> {
    const asked = { command, options, focused };
    return request("POST", `${this.#channel(channel)}/autocomplete`, asked, signal);
  }

  app(message: Message, name: string): Promise<Outcome> {
    return request("POST", `${this.#message(message)}/apps`, { name });
  }

  component(message: Message, customId: string, values?: string[]): Promise<Outcome> {
    return request("POST", `${this.#message(message)}/components`, { custom_id: customId, values });
  }

  submit(modal: Modal, values: Values): Promise<Outcome> {
    return request("POST", `${this.#root}/modals/${modal.id}`, { values });
  }

  score(message: Message, signal: AbortSignal): Promise<Score> {
    return request("GET", `${this.#message(message)}/score`, undefined, signal);
  }

  /** The address of the events, on the page's own origin. */
  eventsUrl(): string {
    const url = new URL(`${this.#root}/events`, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    return url.href;
  }

  #channel(id: Snowflake): string {
    return `${this.#root}/channels/${id}`;
  }

  #messages(channel: Snowflake): string {
    return `${this.#channel(channel)}/messages`;
  }

  #message(message: Message): string {
    return `${this.#messages(message.channel_id)}/${message.id}`;
  }
}
