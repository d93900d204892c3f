/** The files that are to go with a message, and what is to be seen on those that are pictures. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { words } from "./words";

const LONGEST_ALT_TEXT = 1024; // characters, as with Discord

export interface Attached {
  file: File;
  altText: string;
}

export function attached(files: Iterable<File>): Attached[] {
  return [...files].map((file) => ({ file, altText: "" }));
}

/** The files above the box; pictures can be described, as Discord offers it. */
export function attachedView(
  files: readonly Attached[],
  describe: (one: Attached) => void,
  remove: (one: Attached) => void,
): TemplateResult | typeof nothing {
  if (!files.length) return nothing;
  return html`<ul class="attached" aria-label=${words.attached}>${files.map((one) => {
    const { name, size, type } = one.file;
    const [label, isDescribed] = [words.altTextOf(one.altText !== ""), one.altText !== ""];
    return html`<li><span class="name">${name}</span> <small>${words.size(size)}</small>
      ${
        type.startsWith("image/")
          ? html`<button type="button" class="plain link" title=${isDescribed ? one.altText : nothing}
            aria-label="${label}: ${name}" @click=${() => describe(one)}>${label}</button>`
          : nothing
      }
      <button type="button" class="icon" aria-label=${words.removeFile(name)}
        @click=${() => remove(one)}><span aria-hidden="true">✕</span></button></li>`;
  })}</ul>`;
}

/** Asks what is to be seen on a picture; what is said of it comes with the event "described". */
@customElement("alt-text-dialog")
export class AltTextDialog extends LitElement {
  @state() private one: Attached | null = null;
  #picture = "";

  override createRenderRoot(): HTMLElement {
    return this;
  }

  async open(one: Attached): Promise<void> {
    this.#picture = await asDataUrl(one.file);
    this.one = one;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  override render(): TemplateResult | typeof nothing {
    const { one } = this;
    if (!one) return nothing;
    return html`<dialog class="modal" aria-labelledby="alt-text-title" @close=${() => (this.one = null)}>
      <form @submit=${this.#submit}>
        <h2 id="alt-text-title">${words.describe(one.file.name)}</h2>
        <img class="described" src=${this.#picture} alt="" />
        <div class="field"><label for="alt-text">${words.altTextLabel}</label>
          <small class="hint" id="alt-text-hint">${words.altTextHint}</small>
          <textarea id="alt-text" name="text" rows="3" autofocus maxlength=${LONGEST_ALT_TEXT}
            aria-describedby="alt-text-hint" .value=${one.altText}></textarea></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${this.#close}>${words.cancel}</button>
          <button type="submit" class="button primary">${words.save}</button>
        </div>
      </form></dialog>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { one } = this;
    const text = new FormData(event.target as HTMLFormElement).get("text");
    this.#close();
    if (!one) return;
    const described: Attached = { file: one.file, altText: String(text).trim() };
    this.dispatchEvent(new CustomEvent<Attached>("described", { detail: described }));
  }

  #close(): void {
    this.querySelector("dialog")?.close();
  }
}

/** What is on this machine: the page may draw no other addresses of it. */
function asDataUrl(file: File): Promise<string> {
  return new Promise((read) => {
    const reader = new FileReader();
    reader.onloadend = () => read(typeof reader.result === "string" ? reader.result : "");
    reader.readAsDataURL(file);
  });
}
