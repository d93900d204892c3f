/** The thin strip beside a message: how it sounded, and the words that made it so. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Score } from "./api";
import type { Message } from "./discord";
import type { Scores } from "./scores";
import { words } from "./words";

const AGAIN_AFTER = 2000; // milliseconds, where the bot could not say it yet

const onScreen = new IntersectionObserver((entries) => {
  for (const entry of entries) (entry.target as ScoreStrip).seen(entry.isIntersecting);
});

@customElement("score-strip")
export class ScoreStrip extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) scores!: Scores;
  @state() private score: Score | null = null;
  #asking: AbortController | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isSeen = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onScreen.observe(this);
  }

  override disconnectedCallback(): void {
    onScreen.unobserve(this);
    this.seen(false);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has("message") && !changed.has("scores")) return;
    this.score = this.scores.known(this.message) ?? null;
    if (this.#isSeen) void this.#ask();
  }

  seen(isSeen: boolean): void {
    this.#isSeen = isSeen;
    clearTimeout(this.#again);
    if (isSeen) void this.#ask();
    else this.#asking?.abort();
  }

  async #ask(): Promise<void> {
    if (!this.hasUpdated && !this.message) return;
    if (this.scores.known(this.message) !== undefined) return;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    try {
      const score = await this.scores.ask(this.message, asking.signal);
      if (!asking.signal.aborted) this.score = score;
    } catch {
      if (asking.signal.aborted) return;
      this.#again = setTimeout(() => void this.#ask(), AGAIN_AFTER);
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.score) return nothing;
    const { color: number } = this.score;
    const color = number === null ? "" : `--score: #${number.toString(16).padStart(6, "0")}`;
    const made = this.score.words ?? [];
    return html`<div class="score" style=${color}>
      <span class="score-label"><span class="unseen">${words.sounds} </span>${this.score.label}</span>
      ${made.length ? html`<span class="score-words">${made.join(", ")}</span>` : nothing}
    </div>`;
  }
}
