/** Asks for a new thread's name. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message } from "./discord";
import type { Session } from "./session";
import { words } from "./words";

@customElement("thread-dialog")
export class ThreadDialog extends LitElement {
  @property({ attribute: false }) session!: Session;
  @state() private message: Message | null = null;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  async open(message: Message): Promise<void> {
    this.message = message;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.message) return nothing;
    return html`<dialog class="modal" aria-labelledby="thread-title" @close=${() => (this.message = null)}>
      <form @submit=${this.#submit}>
        <h2 id="thread-title">${words.openThread}</h2>
        <div class="field"><label for="thread-name">${words.threadName}</label>
          <input id="thread-name" name="name" type="text" required maxlength="100" /></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${this.#close}>${words.cancel}</button>
          <button type="submit" class="button primary">${words.create}</button>
        </div>
      </form></dialog>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get("name");
    const { message } = this;
    this.#close();
    if (message) void this.#openThread(message, String(name));
  }

  /** In a new thread one writes first. */
  async #openThread(message: Message, name: string): Promise<void> {
    if (await this.session.openThread(message, name)) this.dispatchEvent(new CustomEvent("opened"));
  }

  #close(): void {
    this.querySelector("dialog")?.close();
  }
}
