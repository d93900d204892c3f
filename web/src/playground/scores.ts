/** How messages sounded: asked of the bot for what is on screen, a few at a time, and kept. */

import { RequestFailed } from "../shared/http";
import type { Api, Score } from "./api";
import { EPHEMERAL, isSaid, type Message } from "./discord";

const AT_ONCE = 3; // what the server takes at a time

/** What has a score: a person's own words. */
export function isScored(message: Message): boolean {
  return isSaid(message) && !message.author.bot && message.content.trim() !== "" && !(message.flags & EPHEMERAL);
}

export class Scores {
  #known = new Map<string, Score | null>();
  #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly api: Api) {}

  known(message: Message): Score | null | undefined {
    return this.#known.get(keyOf(message));
  }

  /** The score, or null where the bot has none to give. Throws `RequestFailed`, or on `signal`. */
  async ask(message: Message, signal: AbortSignal): Promise<Score | null> {
    await this.#turn();
    try {
      signal.throwIfAborted();
      const known = this.known(message);
      if (known !== undefined) return known;
      const score = await this.#fetch(message, signal);
      this.#known.set(keyOf(message), score);
      return score;
    } finally {
      this.#running -= 1;
      this.#waiting.pop()?.(); // what came on screen last is looked at first
    }
  }

  async #fetch(message: Message, signal: AbortSignal): Promise<Score | null> {
    try {
      return await this.api.score(message, signal);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 404) return null;
      throw error;
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go));
    this.#running += 1;
  }
}

/** An edited message sounds as it does now. */
function keyOf(message: Message): string {
  return `${message.id} ${message.edited_timestamp ?? ""}`;
}
