/** Which member one is. */

import { Api, type View } from "./api";
import type { Snowflake } from "./discord";

/** Whoever asked is somebody else by now: the answer is not for them to see. */
export class SomebodyElse extends Error {}

export class Oneself {
  #api: Api | null = null;
  /** Whom one becomes: who was chosen last, however long each takes. */
  #chosen: Api | null = null;

  get api(): Api {
    if (!this.#api) throw new Error("nobody is anybody yet");
    return this.#api;
  }

  /** Whether this member was chosen last. */
  hasChosen(userId: Snowflake): boolean {
    return this.#chosen?.userId === userId;
  }

  /** Becomes a member, and gives what they see. Throws as `as` does. */
  async become(userId: Snowflake): Promise<View> {
    const api = (this.#chosen = new Api(userId));
    try {
      const view = await api.view();
      if (this.#chosen !== api) throw new SomebodyElse();
      this.#api = api;
      return view;
    } finally {
      if (this.#chosen === api) this.#chosen = this.#api;
    }
  }

  /** Asks as whoever one is now. Throws `RequestFailed`, or `SomebodyElse` where one no longer is. */
  async as<Answer>(ask: (me: Api) => Promise<Answer>): Promise<Answer> {
    const me = this.api;
    const [result] = await Promise.allSettled([ask(me)]);
    if (me !== this.#api) throw new SomebodyElse();
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }
}
