/** A form that the bot opened: https://discord.com/developers/docs/components/reference */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Values } from "./api";
import "./choice-select";
import type { ChoiceSelect } from "./choice-select";
import { ComponentType, type Component, type Modal } from "./discord";
import { richText } from "./markdown-view";
import type { Session } from "./session";
import { words } from "./words";

const LONG = 2; // the style of a text input of several lines

@customElement("modal-form")
export class ModalForm extends LitElement {
  @property({ attribute: false }) modal!: Modal;
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) complaint = "";

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.querySelector("dialog")?.showModal();
  }

  override render(): TemplateResult {
    const bot = this.session.host?.bot.user;
    return html`<dialog class="modal" aria-labelledby="modal-title" @cancel=${this.#cancel}>
      <form @submit=${this.#submit}>
        <h2 id="modal-title">${this.modal.title}</h2>
        <p class="modal-note">${words.formFor(bot ? this.session.nameOf(bot) : "")}</p>
        ${this.modal.components.map((part) => this.#part(part))}
        <p class="modal-error" role="alert">${this.complaint}</p>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${() => this.session.closeModal()}>${words.cancel}</button>
          <button type="submit" class="button primary">${words.submit}</button>
        </div>
      </form></dialog>`;
  }

  #part(part: Component): TemplateResult {
    if (part.type === ComponentType.TEXT_DISPLAY)
      return html`<p>${richText(part.content ?? "", this.session)}</p>`;
    if (part.type === ComponentType.LABEL && part.component) {
      return this.#labelled(part.component, part.label ?? "", part.description);
    }
    return html`${(part.components ?? []).map((control) => this.#labelled(control, control.label ?? ""))}`;
  }

  #labelled(control: Component, label: string, description?: string): TemplateResult {
    const id = `field-${control.custom_id}`;
    const isRequired = control.required !== false && control.type !== ComponentType.CHECKBOX;
    const name = html`${label}${isRequired ? nothing : html` <small>(${words.optional})</small>`}`;
    const hint = description ? html`<small class="hint" id="${id}-hint">${description}</small>` : nothing;
    if (control.type === ComponentType.RADIO_GROUP || control.type === ComponentType.CHECKBOX_GROUP) {
      return html`<fieldset class="field"><legend>${name}</legend>${hint}${this.#boxes(control)}</fieldset>`;
    }
    return html`<div class="field"><label for=${id}>${name}</label>${hint}${this.#control(control, id, label, isRequired)}</div>`;
  }

  #control(control: Component, id: string, label: string, isRequired: boolean): TemplateResult {
    const name = control.custom_id ?? "";
    switch (control.type) {
      case ComponentType.TEXT_INPUT:
        return control.style === LONG
          ? html`<textarea id=${id} name=${name} rows="4" ?required=${isRequired} aria-describedby="${id}-hint"
              minlength=${control.min_length || nothing} maxlength=${control.max_length ?? 4000}
              placeholder=${control.placeholder ?? ""} .value=${control.value ?? ""}></textarea>`
          : html`<input id=${id} name=${name} type="text" ?required=${isRequired} aria-describedby="${id}-hint"
              minlength=${control.min_length || nothing} maxlength=${control.max_length ?? 4000}
              placeholder=${control.placeholder ?? ""} .value=${control.value ?? ""} />`;
      case ComponentType.CHECKBOX:
        return html`<input id=${id} name=${name} type="checkbox" .checked=${control.default ?? false} />`;
      default:
        return html`<choice-select id=${id} data-name=${name} .select=${control} .session=${this.session} .label=${label}></choice-select>`;
    }
  }

  #boxes(control: Component): TemplateResult[] {
    const kind = control.type === ComponentType.RADIO_GROUP ? "radio" : "checkbox";
    return (control.options ?? []).map(
      (
        option,
      ) => html`<label class="box"><input type=${kind} name=${control.custom_id ?? ""} value=${option.value}
        .checked=${option.default ?? false} /> ${option.label}
        ${option.description ? html`<small>${option.description}</small>` : nothing}</label>`,
    );
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.session.submit(this.modal, this.#values(event.target as HTMLFormElement));
  }

  #values(form: HTMLFormElement): Values {
    const values: Values = {};
    const controls = this.modal.components.flatMap((part) => part.component ?? part.components ?? []);
    for (const control of controls) {
      const name = control.custom_id;
      if (!name) continue;
      const chosen = new FormData(form).getAll(name).map(String);
      if (control.type === ComponentType.TEXT_INPUT) values[name] = chosen[0] ?? "";
      else if (control.type === ComponentType.CHECKBOX) values[name] = chosen.length > 0;
      else if (control.type === ComponentType.CHECKBOX_GROUP) values[name] = chosen;
      else if (control.type !== ComponentType.RADIO_GROUP) values[name] = this.#selected(name);
      else if (chosen[0] !== undefined) values[name] = chosen[0];
    }
    return values;
  }

  #selected(name: string): string[] {
    return this.querySelector<ChoiceSelect>(`choice-select[data-name="${CSS.escape(name)}"]`)?.values ?? [];
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.session.closeModal();
  }
}
