/** A select under a message or in a form: of options, or of people, roles and channels.
 *
 * A button that opens a listbox (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/). It sends the
 * event "choose" with the values: at once where one may be chosen, else when it is closed.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { choicesOf, presetOf, type Choice } from "./choices";
import type { Component } from "./discord";
import { emojiView } from "./message-parts";
import type { Session } from "./session";
import { words } from "./words";

const TYPED_TOGETHER = 800; // milliseconds between keys that spell one name

let made = 0;

@customElement("choice-select")
export class ChoiceSelect extends LitElement {
  @property({ attribute: false }) select!: Component;
  @property({ attribute: false }) session!: Session;
  /** What it is called; else its placeholder. */
  @property({ attribute: false }) label = "";
  @state() private open = false;
  @state() private active = 0;
  @state() private chosen: string[] = [];
  #id = `select-${(made += 1)}`;
  #typed = "";
  #typedAt = 0;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("select")) this.chosen = presetOf(this.select);
  }

  get values(): string[] {
    return this.chosen;
  }

  get #most(): number {
    return this.select.max_values ?? 1;
  }

  get #least(): number {
    return this.select.min_values ?? (this.select.required === false ? 0 : 1);
  }

  override render(): TemplateResult {
    const choices = choicesOf(this.select, this.session);
    const shown = choices.filter((each) => this.chosen.includes(each.value)).map((each) => each.label);
    const placeholder = this.select.placeholder ?? words.choose;
    return html`<div class="select" @focusout=${this.#left}>
      <button type="button" class="select-button" ?disabled=${this.select.disabled ?? false}
        aria-haspopup="listbox" aria-expanded=${this.open} aria-controls=${this.open ? this.#id : nothing}
        aria-label=${[this.label || placeholder, ...shown].join(", ")}
        @click=${() => (this.open ? this.#close(true) : this.#show(choices))} @keydown=${(event: KeyboardEvent) => this.#buttonKey(event, choices)}>
        <span class=${shown.length ? "" : "placeholder"}>${shown.join(", ") || placeholder}</span><span aria-hidden="true">▾</span>
      </button>
      ${this.open ? this.#list(choices) : nothing}
    </div>`;
  }

  #list(choices: Choice[]): TemplateResult {
    return html`<div class="popup">
      <ul id=${this.#id} role="listbox" tabindex="0" aria-label=${this.label || this.select.placeholder || words.choose}
        aria-multiselectable=${this.#most > 1} aria-activedescendant="${this.#id}-${this.active}"
        @keydown=${(event: KeyboardEvent) => this.#key(event, choices)}>
        ${choices.map(
          (
            choice,
            at,
          ) => html`<li id="${this.#id}-${at}" role="option" class=${at === this.active ? "active" : ""}
            aria-selected=${this.chosen.includes(choice.value)} @click=${() => this.#choose(choice)}>
            ${choice.emoji ? emojiView(choice.emoji) : nothing}
            <span class="choice">${choice.label}${choice.description ? html`<small>${choice.description}</small>` : nothing}</span>
          </li>`,
        )}
      </ul>
      ${
        this.#most > 1
          ? html`<div class="popup-foot"><small>${words.pickUpTo(this.#most)}</small>
        <button type="button" class="button secondary" @click=${() => this.#close(true)}>${words.done}</button></div>`
          : nothing
      }
    </div>`;
  }

  async #show(choices: Choice[]): Promise<void> {
    this.open = true;
    this.#typed = "";
    this.active = Math.max(
      0,
      choices.findIndex((each) => this.chosen.includes(each.value)),
    );
    await this.updateComplete;
    this.querySelector<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
    this.querySelector(".popup")?.scrollIntoView({ block: "nearest" });
    void this.#reveal();
  }

  #choose(choice: Choice): void {
    if (this.#most === 1) {
      this.chosen = this.chosen.includes(choice.value) && this.#least === 0 ? [] : [choice.value];
      this.#close(true);
    } else if (this.chosen.includes(choice.value)) {
      this.chosen = this.chosen.filter((each) => each !== choice.value);
    } else if (this.chosen.length < this.#most) {
      this.chosen = [...this.chosen, choice.value];
    }
  }

  /** Takes what was chosen, if it is enough and something else than before. */
  #close(refocus: boolean): void {
    if (!this.open) return;
    this.open = false;
    if (refocus) this.querySelector<HTMLElement>(".select-button")?.focus();
    const before = presetOf(this.select);
    const same = before.length === this.chosen.length && before.every((each) => this.chosen.includes(each));
    if (this.chosen.length < this.#least) this.chosen = before;
    else if (!same) this.dispatchEvent(new CustomEvent("choose", { detail: this.chosen }));
  }

  #left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.#close(false);
  }

  #buttonKey(event: KeyboardEvent, choices: Choice[]): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    void this.#show(choices);
  }

  #key(event: KeyboardEvent, choices: Choice[]): void {
    const last = choices.length - 1;
    const active = choices[this.active];
    const isTyping = this.#typed !== "" && Date.now() - this.#typedAt < TYPED_TOGETHER;
    if (event.key === " " && isTyping) this.#typeAhead(" ", choices);
    else if (event.key === "ArrowDown") this.active = Math.min(last, this.active + 1);
    else if (event.key === "ArrowUp") this.active = Math.max(0, this.active - 1);
    else if (event.key === "Home") this.active = 0;
    else if (event.key === "End") this.active = last;
    else if ((event.key === "Enter" || event.key === " ") && active) this.#choose(active);
    else if (event.key === "Escape") this.#close(true);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#typeAhead(event.key, choices);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#reveal();
  }

  #typeAhead(key: string, choices: Choice[]): void {
    this.#typed = Date.now() - this.#typedAt < TYPED_TOGETHER ? this.#typed + key : key;
    this.#typedAt = Date.now();
    const wanted = this.#typed.toLowerCase();
    const found = choices.findIndex((each) =>
      each.label.replace(/^[@#]/, "").toLowerCase().startsWith(wanted),
    );
    if (found >= 0) this.active = found;
  }

  async #reveal(): Promise<void> {
    await this.updateComplete;
    this.querySelector("li.active")?.scrollIntoView({ block: "nearest" });
  }
}
