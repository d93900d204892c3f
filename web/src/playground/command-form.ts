/** A slash command being filled in: a field for each option, with its choices above it. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Values } from "./api";
import { entitiesOf, fitting, type Choice } from "./choices";
import type { Usable } from "./commands";
import { descriptionIn, nameIn, OptionType, type CommandOption } from "./discord";
import type { Session } from "./session";
import { Suggestions } from "./suggestions";
import { words } from "./words";

const TYPED_FOR = 150; // milliseconds without a key before the bot is asked to complete

/** What stands in an option's field, and what it means if it was picked. */
interface Filled {
  text: string;
  value?: string;
}

type Filling = Map<string, Filled>;

/** What the form tells with its event "use". */
export interface Use {
  values: Values;
  filled: Filling;
}

@customElement("command-form")
export class CommandForm extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) command!: Usable;
  /** What was typed after the command's name: it goes into the first option. Null if it was picked. */
  @property({ attribute: false }) rest: string | null = null;
  /** What was filled in before, where it was refused. */
  @property({ attribute: false }) refused: Filling | null = null;
  @state() private filled: Filling = new Map<string, Filled>();
  @state() private current = "";
  #suggestions = new Suggestions(this, (choice) => this.#pick(choice));
  #asking: AbortController | null = null;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    if (this.refused) {
      this.filled = this.refused;
      void this.#focus(this.filled.keys().next().value);
      return;
    }
    const [first] = this.command.options;
    const shown = this.command.options.filter((each) => each.required);
    if (first && !shown.includes(first) && this.rest !== null) shown.unshift(first);
    const rest = this.rest ?? "";
    this.filled = new Map(shown.map((each) => [each.name, { text: each === first ? rest : "" }]));
    void this.#focus(this.filled.keys().next().value); // Send, where nothing has to be filled in
  }

  override render(): TemplateResult {
    const options = this.command.options;
    const hidden = options.filter((each) => !this.filled.has(each.name));
    const current = options.find((each) => each.name === this.current);
    return html`<form class="command" @submit=${this.#send} @keydown=${this.#formKey}>
      ${this.#suggestions.render(words.choices(current ? nameIn(current, this.#locale) : ""))}
      <p class="command-hint">${current ? descriptionIn(current, this.#locale) : this.command.description}</p>
      <div class="command-line"><strong>/${this.command.label}</strong>
        ${options.filter((each) => this.filled.has(each.name)).map((option) => this.#field(option))}
        ${hidden.map(
          (
            option,
          ) => html`<button type="button" class="add-option" aria-label=${words.addOption(nameIn(option, this.#locale))}
          title=${descriptionIn(option, this.#locale)} @click=${() => this.#add(option)}>+ ${nameIn(option, this.#locale)}</button>`,
        )}
        <span class="command-ends"><button type="button" class="plain link" @click=${this.#leave}>${words.cancel}</button>
        <button type="submit" class="button primary">${words.send}</button></span>
      </div></form>`;
  }

  #field(option: CommandOption): TemplateResult {
    const isCurrent = option.name === this.current;
    return html`<label class="option"><span>${nameIn(option, this.#locale)}</span>
      <input name=${option.name} type="text" autocomplete="off" role="combobox" aria-autocomplete="list"
        aria-label=${words.option(nameIn(option, this.#locale), Boolean(option.required))} aria-description=${descriptionIn(option, this.#locale)}
        aria-expanded=${isCurrent && this.#suggestions.isOpen} aria-controls=${isCurrent && this.#suggestions.isOpen ? this.#suggestions.id : nothing}
        aria-activedescendant=${isCurrent ? this.#suggestions.activeId : nothing}
        .value=${this.filled.get(option.name)?.text ?? ""}
        @focus=${() => this.#enter(option)} @blur=${() => this.#suggestions.hide()}
        @input=${(event: Event) => this.#typed(option, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#suggestions.key(event)} /></label>`;
  }

  get #locale(): string | undefined {
    return this.session.view?.user.locale;
  }

  #enter(option: CommandOption): void {
    this.current = option.name;
    void this.#offer(option, "");
  }

  #typed(option: CommandOption, text: string): void {
    this.filled = new Map(this.filled).set(option.name, { text });
    void this.#offer(option, text);
  }

  /** Offers what fits: choices, people and places at once; what the bot completes a moment later. */
  async #offer(option: CommandOption, text: string): Promise<void> {
    this.#asking?.abort();
    const choices = fixedChoices(option, this.session);
    if (choices) return this.#suggestions.show(fitting(choices, text));
    if (!option.autocomplete) return this.#suggestions.hide();
    const asking = (this.#asking = new AbortController());
    await new Promise((go) => setTimeout(go, TYPED_FOR));
    if (asking.signal.aborted) return;
    try {
      const options = { ...this.#values(), [option.name]: text };
      const { api, channelId } = this.session;
      const offered = await api.complete(channelId, this.command.name, options, option.name, asking.signal);
      if (asking.signal.aborted || this.current !== option.name) return;
      this.#suggestions.show(offered.map((each) => ({ value: String(each.value), label: each.name })));
    } catch {
      this.#suggestions.hide(); // what is typed can be sent without choices
    }
  }

  #pick(choice: Choice): void {
    this.filled = new Map(this.filled).set(this.current, {
      text: choice.label,
      value: choice.value,
    });
    this.#asking?.abort();
    this.#suggestions.hide();
    const empty = this.command.options.find((each) => each.required && !this.filled.get(each.name)?.text);
    if (empty) void this.#focus(empty.name);
  }

  #add(option: CommandOption): void {
    this.filled = new Map(this.filled).set(option.name, { text: "" });
    void this.#focus(option.name);
  }

  async #focus(name: string | undefined): Promise<void> {
    await this.updateComplete;
    const field = name ? `input[name="${CSS.escape(name)}"]` : "button[type=submit]";
    this.querySelector<HTMLElement>(field)?.focus();
  }

  #values(): Values {
    const values: Values = {};
    for (const option of this.command.options) {
      const filled = this.filled.get(option.name);
      if (filled?.text) values[option.name] = valueOf(option, filled, this.session);
    }
    return values;
  }

  #send(event: Event): void {
    event.preventDefault();
    const missing = this.command.options.find((each) => each.required && !this.filled.get(each.name)?.text);
    if (missing) {
      this.session.complain(words.optionMissing(nameIn(missing, this.#locale)));
      void this.#focus(missing.name);
      return;
    }
    this.#asking?.abort();
    const detail: Use = { values: this.#values(), filled: this.filled };
    this.dispatchEvent(new CustomEvent("use", { detail }));
  }

  #formKey(event: KeyboardEvent): void {
    const field = event.target as HTMLElement;
    const isEmptied = event.key === "Backspace" && field instanceof HTMLInputElement && field.value === "";
    if (event.key !== "Escape" && !isEmptied) return;
    event.preventDefault();
    if (isEmptied && this.filled.size > 1) this.#takeOut(field.name);
    else this.#leave();
  }

  /** An option that may be left out goes again; then one is at the one before it. */
  #takeOut(name: string): void {
    const there = this.command.options.filter((each) => this.filled.has(each.name));
    const at = there.findIndex((each) => each.name === name);
    if (there[at]?.required) return;
    const filled = new Map(this.filled);
    filled.delete(name);
    this.filled = filled;
    void this.#focus((there[at - 1] ?? there[at + 1])?.name);
  }

  #leave(): void {
    this.#asking?.abort();
    this.dispatchEvent(new CustomEvent("left"));
  }
}

/** What can be chosen without asking the bot; null for what is typed, or completed by the bot. */
function fixedChoices(option: CommandOption, session: Session): Choice[] | null {
  if (option.choices)
    return option.choices.map((each) => ({
      value: String(each.value),
      label: nameIn(each, session.view?.user.locale),
    }));
  if (option.type === OptionType.BOOLEAN) {
    return [
      { value: "true", label: words.yes },
      { value: "false", label: words.no },
    ];
  }
  return entitiesOf(option.type, session, option.channel_types);
}

/** What is sent: what was picked, or what the text names, or else the text itself. */
function valueOf(option: CommandOption, filled: Filled, session: Session): string | boolean {
  const choices = fixedChoices(option, session) ?? [];
  const typed = filled.text.trim().toLowerCase();
  const named = choices.find(
    (each) => each.label.toLowerCase() === typed || each.label.slice(1).toLowerCase() === typed,
  );
  const value = filled.value ?? named?.value ?? filled.text;
  const isYesOrNo = option.type === OptionType.BOOLEAN && (value === "true" || value === "false");
  return isYesOrNo ? value === "true" : value; // the server refuses any other answer in words
}
