/** A channel's messages. The arrow keys go from message to message; the menu key opens its menu. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Message, Snowflake } from "./discord";
import { follows } from "./message-item";
import type { Session } from "./session";
import { words } from "./words";

const NEAR = 80; // pixels from the end within which new messages are followed
const LONG_PRESS = 500; // milliseconds

@customElement("message-list")
export class MessageList extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ attribute: false }) view: unknown;
  @property({ attribute: false }) channelId: Snowflake = "";
  @state() private activeId: Snowflake | null = null;
  #atEnd = true;
  #top = 0;
  /** Whether what one said or asked last is still looked at. */
  #showsAnswer = false;
  #hadFocus = false;
  #sizes = new ResizeObserver(() => this.#followEnd());
  #pressed: ReturnType<typeof setTimeout> | undefined;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener("jump", this.#jump);
    this.session.addEventListener("answered", this.#answered);
  }

  override disconnectedCallback(): void {
    this.session.removeEventListener("jump", this.#jump);
    this.session.removeEventListener("answered", this.#answered);
    this.#sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.#sizes.observe(this.querySelector("ol") as Element);
    this.#sizes.observe(this.#scroller);
  }

  override willUpdate(changed: PropertyValues): void {
    this.#hadFocus = this.contains(document.activeElement);
    if (!changed.has("channelId")) return;
    this.activeId = null;
    this.#atEnd = true;
    this.#showsAnswer = false;
    this.#top = 0;
  }

  /** Where the message that one was at is gone, one is at the last. */
  override updated(): void {
    const isLost = this.#hadFocus && document.activeElement === document.body;
    if (isLost) this.querySelector<HTMLElement>('li.message[tabindex="0"]')?.focus({ preventScroll: true });
    this.#followEnd();
  }

  override render(): TemplateResult {
    const { messages, session } = this;
    const name = session.channel?.name ?? "";
    const active = messages.some((each) => each.id === this.activeId) ? this.activeId : messages.at(-1)?.id;
    return html`<div class="scroll" @scroll=${this.#scrolled}>
      ${
        session.hasOlder && messages.length
          ? html`<button type="button" class="button secondary older" @click=${this.#older}>${words.older}</button>`
          : nothing
      }
      <ol class="messages" aria-label=${words.messagesIn(name)} @keydown=${this.#key} @focusin=${this.#focused}
        @contextmenu=${this.#contextMenu} @pointerdown=${this.#pointerDown} @pointerup=${this.#pointerDone}
        @pointercancel=${this.#pointerDone} @pointermove=${this.#pointerDone}>
        ${repeat(
          messages,
          (each) => each.id,
          (each, at) => this.#item(each, messages[at - 1], each.id === active),
        )}
      </ol>
      ${
        session.hasNewer
          ? html`<button type="button" class="button secondary newer" @click=${this.#newer}>${words.newer}</button>`
          : nothing
      }
      ${messages.length || !session.isLoaded ? nothing : html`<p class="nothing">${words.nothingYet(name)}</p>`}
    </div>
    ${session.hasNewer ? html`<p class="earlier">${words.earlier} <button type="button" class="plain link" @click=${this.#newest}>${words.toNewest}</button></p>` : nothing}`;
  }

  #item(message: Message, before: Message | undefined, active: boolean): TemplateResult {
    const day = words.dayOf(new Date(message.timestamp));
    const isNewDay = !before || words.dayOf(new Date(before.timestamp)) !== day;
    const goesOn = !isNewDay && follows(message, before);
    return html`${isNewDay ? html`<li class="day"><span>${day}</span></li>` : nothing}
      <li id="message-${message.id}" class="message ${goesOn ? "goes-on" : ""}" tabindex=${active ? 0 : -1} data-id=${message.id}>
        <message-item .message=${message} .session=${this.session} .goesOn=${goesOn} .active=${active} .view=${this.view}></message-item>
      </li>`;
  }

  get #scroller(): HTMLElement {
    return this.querySelector(".scroll") as HTMLElement;
  }

  /** The end is left by going up, not by what comes below. */
  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const moved = Math.abs(scrollTop - this.#top) > 1;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.#atEnd = true;
    else if (scrollTop < this.#top || (moved && this.#showsAnswer)) this.#atEnd = false;
    if (moved) this.#showsAnswer = false;
    this.#top = scrollTop;
  }

  /** Shows the last message; the head of it, where it is an answer that is too long to be seen whole. */
  #followEnd(): void {
    this.#scrolled(); // who has just gone up is left there
    if (!this.#atEnd || this.session.hasNewer) return;
    const scroller = this.#scroller;
    const last = this.querySelector<HTMLElement>("li.message:last-of-type");
    const isLong = last !== null && last.offsetHeight > scroller.clientHeight;
    scroller.scrollTop =
      this.#showsAnswer && isLong ? last.offsetTop - scroller.offsetTop : scroller.scrollHeight;
    this.#top = scroller.scrollTop;
  }

  async #older(): Promise<void> {
    const first = this.messages[0]?.id;
    await this.session.loadOlder();
    await this.#drawn();
    if (first) this.#itemOf(first)?.scrollIntoView({ block: "start" });
  }

  /** One goes on reading where one was, now with what came after it. */
  async #newer(): Promise<void> {
    const last = this.messages.at(-1)?.id;
    this.#atEnd = false;
    await this.session.loadNewer();
    await this.#drawn();
    const next = this.messages[this.messages.findIndex((each) => each.id === last) + 1];
    if (next) this.#itemOf(next.id)?.focus({ preventScroll: true });
  }

  async #newest(): Promise<void> {
    await this.session.loadNewest();
    this.#atEnd = true;
    await this.#drawn();
    this.#followEnd();
    this.#itemOf(this.messages.at(-1)?.id ?? "")?.focus({ preventScroll: true });
  }

  /** Until the messages that were just taken in are drawn. */
  async #drawn(): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    await this.updateComplete;
  }

  #itemOf(id: Snowflake): HTMLElement | null {
    return this.querySelector(`#message-${id}`);
  }

  #focused(event: FocusEvent): void {
    this.activeId = (event.target as Element).closest<HTMLElement>("li.message")?.dataset.id ?? this.activeId;
  }

  #key(event: KeyboardEvent): void {
    const item = event.target as HTMLElement;
    if (!item.matches("li.message")) return;
    const items = [...this.querySelectorAll<HTMLElement>("li.message")];
    const at = items.indexOf(item);
    if (event.key === "ArrowDown") items[at + 1]?.focus();
    else if (event.key === "ArrowUp") items[at - 1]?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "Enter" || event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))
      this.#openBelow(item);
    else return;
    event.preventDefault();
  }

  #openBelow(item: HTMLElement): void {
    const box = item.getBoundingClientRect();
    this.#openMenu(item, box.left + 56, Math.min(box.bottom, innerHeight - 60));
  }

  #contextMenu(event: MouseEvent): void {
    const on = event.target as Element;
    const item = on.closest<HTMLElement>("li.message");
    if (!item || on.closest("a[href], img.picture, input, textarea")) return; // the browser's own menu
    event.preventDefault();
    if (event.button === 2 || event.detail) this.#openMenu(item, event.clientX, event.clientY);
  }

  #pointerDown(event: PointerEvent): void {
    const item = (event.target as Element).closest<HTMLElement>("li.message");
    if (event.pointerType === "mouse" || !item) return;
    this.#pressed = setTimeout(() => this.#openMenu(item, event.clientX, event.clientY), LONG_PRESS);
  }

  #pointerDone(event: PointerEvent): void {
    if (event.type === "pointermove" && Math.abs(event.movementX) + Math.abs(event.movementY) < 4) return;
    clearTimeout(this.#pressed);
  }

  #openMenu(item: HTMLElement, x: number, y: number): void {
    const message = this.messages.find((each) => each.id === item.dataset.id);
    if (!message) return;
    item.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent("message-menu", { detail: { message, x, y }, bubbles: true }));
  }

  /** Whoever says or asks something wants to see it. */
  #answered = (): void => {
    this.#atEnd = true;
    this.#showsAnswer = true;
    this.#top = this.#scroller.scrollTop;
    this.requestUpdate();
  };

  /** Goes to a message, if it can be seen. */
  #jump = async (event: Event): Promise<void> => {
    const { channel, message } = (event as CustomEvent<{ channel: Snowflake; message: Snowflake }>).detail;
    if (!(await this.session.openAt(channel, message))) return;
    await this.#drawn();
    const item = this.#itemOf(message);
    if (!item) return;
    this.#atEnd = false;
    item.scrollIntoView({ block: "center" });
    item.focus({ preventScroll: true });
    item.classList.add("found");
    setTimeout(() => item.classList.remove("found"), 2500);
  };
}
