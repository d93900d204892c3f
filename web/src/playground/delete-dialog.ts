/** Asks before a message is deleted: nobody can bring it back. The event "deleted" tells that it is. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message } from "./discord";
import { richText } from "./markdown-view";
import type { Session } from "./session";
import { words } from "./words";

@customElement("delete-dialog")
export class DeleteDialog extends LitElement {
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
    const { message, session } = this;
    if (!message) return nothing;
    const files = message.attachments.map((each) => each.filename).join(", ");
    return html`<dialog class="modal" role="alertdialog" aria-labelledby="delete-title" aria-describedby="delete-question"
      @close=${() => (this.message = null)}>
      <h2 id="delete-title">${words.deleteTitle}</h2>
      <p id="delete-question">${words.deleteQuestion}</p>
      <blockquote class="quoted"><strong>${session.nameOf(message.author)}</strong>
        <small>${words.when(new Date(message.timestamp))}</small>
        <div>${richText(message.content || (message.embeds[0]?.title ?? ""), session)}</div>
        ${files ? html`<small>${files}</small>` : nothing}</blockquote>
      <p class="hint">${words.deleteHint}</p>
      <div class="modal-foot">
        <button type="button" class="button secondary" @click=${this.#close}>${words.cancel}</button>
        <button type="button" class="button danger" autofocus @click=${this.#delete}>${words.delete}</button>
      </div></dialog>`;
  }

  #delete(): void {
    const { message } = this;
    this.#close();
    if (message) void this.#deleteNow(message);
  }

  async #deleteNow(message: Message): Promise<void> {
    if (await this.session.delete(message))
      this.dispatchEvent(new CustomEvent<Message>("deleted", { detail: message }));
  }

  #close(): void {
    this.querySelector("dialog")?.close();
  }
}
