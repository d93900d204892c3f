/** The rows of buttons and selects below a message. */

import { html, nothing, type TemplateResult } from "lit";
import { ButtonStyle, ComponentType, type Component, type Message } from "./discord";
import "./choice-select";
import { emojiView } from "./message-parts";
import type { Session } from "./session";

const STYLES: Record<number, string> = {
  [ButtonStyle.PRIMARY]: "primary",
  [ButtonStyle.SUCCESS]: "success",
  [ButtonStyle.DANGER]: "danger",
};

export function componentRows(message: Message, session: Session): TemplateResult | typeof nothing {
  if (!message.components.length) return nothing;
  return html`<div slot="components" class="rows">${message.components.map(
    (row) =>
      html`<div class="row">${(row.components ?? [row]).map((each) => componentView(each, message, session))}</div>`,
  )}</div>`;
}

function componentView(
  component: Component,
  message: Message,
  session: Session,
): TemplateResult | typeof nothing {
  if (component.type === ComponentType.BUTTON) return buttonView(component, message, session);
  if (component.type === ComponentType.TEXT_DISPLAY) return html`<p>${component.content}</p>`;
  const use = (event: CustomEvent<string[]>): void =>
    void session.use(message, component.custom_id ?? "", event.detail);
  return html`<choice-select .select=${component} .session=${session} @choose=${use}></choice-select>`;
}

function buttonView(button: Component, message: Message, session: Session): TemplateResult {
  const inner = html`${button.emoji ? emojiView(button.emoji) : nothing} ${button.label ?? ""}`;
  if (button.style === ButtonStyle.LINK) {
    return html`<a class="button secondary" href=${linkOf(button.url)} target="_blank" rel="noopener noreferrer nofollow"
      @click=${(event: Event) => jump(event, button.url, session)}>${inner} <span aria-hidden="true">↗</span></a>`;
  }
  return html`<button type="button" class="button ${STYLES[button.style ?? 0] ?? "secondary"}"
    ?disabled=${button.disabled ?? false}
    @click=${(event: Event) => press(event, message, button, session)}>${inner}</button>`;
}

/** One press at a time: until the bot has answered, the button says that it is busy. */
async function press(event: Event, message: Message, button: Component, session: Session): Promise<void> {
  const pressed = event.currentTarget as HTMLElement;
  if (pressed.getAttribute("aria-busy") === "true") return;
  pressed.setAttribute("aria-busy", "true");
  await session.use(message, button.custom_id ?? "");
  pressed.removeAttribute("aria-busy");
}

function linkOf(url: string | undefined): string {
  return url && /^https?:\/\//.test(url) ? url : "#";
}

/** A link to a message of this server leads there. */
function jump(event: Event, url: string | undefined, session: Session): void {
  if (session.jumpTo(url ?? "")) event.preventDefault();
}
