/** The list above a text field: one moves in it with the arrow keys while one types.
 *
 * A combobox's listbox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in
 * the field, which names the active choice with `aria-activedescendant`.
 */

import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import type { Choice } from "./choices";

let made = 0;

export class Suggestions implements ReactiveController {
  choices: Choice[] = [];
  readonly id = `suggestions-${(made += 1)}`;
  #active = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly take: (choice: Choice) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  get isOpen(): boolean {
    return this.choices.length > 0;
  }

  /** What the field says of the list: for `aria-activedescendant`. */
  get activeId(): string | typeof nothing {
    return this.isOpen ? `${this.id}-${this.#active}` : nothing;
  }

  show(choices: Choice[]): void {
    const same =
      choices.length === this.choices.length &&
      choices.every((each, at) => each.value === this.choices[at]?.value);
    this.choices = choices;
    if (!same) this.#active = 0;
    this.host.requestUpdate();
  }

  hide(): void {
    this.show([]);
  }

  /** Takes a key of the field; whether it was for the list. */
  key(event: KeyboardEvent): boolean {
    const active = this.choices[this.#active];
    if (!active || event.isComposing) return false;
    if (event.key === "ArrowDown") this.#active = (this.#active + 1) % this.choices.length;
    else if (event.key === "ArrowUp")
      this.#active = (this.#active + this.choices.length - 1) % this.choices.length;
    else if (event.key === "Enter" || event.key === "Tab") this.take(active);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.querySelector(`#${this.id}-${this.#active}`)?.scrollIntoView({ block: "nearest" }),
    );
    return true;
  }

  render(label: string): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<ul class="suggestions" id=${this.id} role="listbox" tabindex="0" aria-label=${label}>${this.choices.map(
      (choice, at) => html`<li id="${this.id}-${at}" role="option" aria-selected=${at === this.#active}
        class=${at === this.#active ? "active" : ""} @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.take(choice)}>
        <span class="choice">${choice.label}${choice.description ? html`<small>${choice.description}</small>` : nothing}</span></li>`,
    )}</ul>`;
  }
}
