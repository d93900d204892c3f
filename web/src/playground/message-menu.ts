/** What one can do with a message: a menu at the pointer or below the message's button.
 *
 * https://www.w3.org/WAI/ARIA/apg/patterns/menubar/. Replying, editing, starting a thread and asking
 * before something is deleted are the page's: it hears of them by the event "act".
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CommandType,
  EPHEMERAL,
  isSaid,
  managesMessages,
  mayOpenThread,
  maySend,
  MessageType,
  nameIn,
  type Emoji,
  type Message,
} from "./discord";
import { emojiView } from "./message-parts";
import type { Session } from "./session";
import { words } from "./words";

export type Act = { act: "reply" | "edit" | "thread" | "delete"; message: Message };

const QUICK: Emoji[] = ["👍", "❤️", "😂", "😮"].map((name) => ({ id: null, name }));

@customElement("message-menu")
export class MessageMenu extends LitElement {
  @property({ attribute: false }) session!: Session;
  @state() private message: Message | null = null;
  @state() private appsOpen = false;
  #returnTo: HTMLElement | null = null;
  #at = { x: 0, y: 0 };

  override createRenderRoot(): HTMLElement {
    return this;
  }

  async open(message: Message, x: number, y: number): Promise<void> {
    if (message.type === MessageType.THREAD_STARTER && !message.referenced_message) return;
    this.#returnTo = document.activeElement as HTMLElement | null;
    this.message = message;
    this.appsOpen = false;
    this.#at = { x, y };
    await this.updateComplete;
    this.#place();
    this.#items[0]?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { message, session } = this;
    if (!message) return nothing;
    const channel = session.channel;
    const own = message.author.id === session.view?.user.id;
    const there = !(message.flags & EPHEMERAL);
    const mayDelete = own || (channel !== undefined && managesMessages(channel));
    const hasThread = session.view?.channels.some((each) => each.id === message.id);
    if (message.type === MessageType.THREAD_STARTER) return this.#menu(this.#ofStarter(message));
    return this.#menu(html`${there ? this.#reactions(message) : nothing}
        ${there && channel && maySend(channel) ? this.#act(words.reply, () => this.#tell("reply")) : nothing}
        ${own && there && isSaid(message) ? this.#act(words.edit, () => this.#tell("edit")) : nothing}
        ${there && channel && mayOpenThread(channel) && !hasThread ? this.#act(words.openThread, () => this.#tell("thread")) : nothing}
        ${message.content ? this.#act(words.copyText, () => copy(message.content)) : nothing}
        ${there ? this.#apps(message) : nothing}
        ${!there ? this.#act(words.dismiss, () => void session.delete(message), "dangerous") : nothing}
        ${there && mayDelete ? this.#act(words.delete, (event) => this.#delete(message, event), "dangerous") : nothing}`);
  }

  #menu(items: unknown): TemplateResult {
    return html`<div class="menu-scrim" @pointerdown=${() => this.#close()} @contextmenu=${(event: Event) => event.preventDefault()}></div>
      <div class="menu" role="menu" aria-label=${words.actions} @keydown=${this.#key}>${items}</div>`;
  }

  /** A thread's beginning stands in the channel above: there it can be answered, edited, deleted. */
  #ofStarter(message: Message): unknown {
    const began = message.referenced_message;
    if (!began) return nothing;
    return [
      this.#act(words.goToMessage, () => this.session.jumpToMessage(began.channel_id, began.id)),
      began.content ? this.#act(words.copyText, () => copy(began.content)) : nothing,
    ];
  }

  #reactions(message: Message): TemplateResult {
    const emojis = [...QUICK, ...(this.session.view?.emojis ?? []).slice(0, 2)];
    return html`<div class="menu-reactions" role="group" aria-label=${words.react}>${emojis.map(
      (
        emoji,
      ) => html`<button type="button" role="menuitem" tabindex="-1" aria-label=${`${words.react}: ${emoji.name}`}
        @click=${() => this.#do(() => void this.session.react(message, emoji))}>${emojiView(emoji)}</button>`,
    )}</div>`;
  }

  #apps(message: Message): TemplateResult | typeof nothing {
    const apps = (this.session.view?.commands ?? []).filter((each) => each.type === CommandType.MESSAGE_MENU);
    if (!apps.length) return nothing;
    return html`<button type="button" role="menuitem" tabindex="-1" aria-haspopup="menu" aria-expanded=${this.appsOpen}
        @click=${() => this.#toggleApps(!this.appsOpen)}>${words.apps} <span aria-hidden="true">${this.appsOpen ? "▾" : "▸"}</span></button>
      ${
        this.appsOpen
          ? html`<div role="group" class="menu-apps" aria-label=${words.apps}>${apps.map((app) =>
              this.#act(
                nameIn(app, this.session.view?.user.locale),
                () => void this.session.app(message, app.name),
              ),
            )}</div>`
          : nothing
      }`;
  }

  /** Asks first, unless Shift is held. */
  #delete(message: Message, event: MouseEvent): void {
    if (event.shiftKey) void this.session.delete(message);
    else this.#tell("delete");
  }

  #act(label: string, act: (event: MouseEvent) => void, kind = ""): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" class=${kind}
      @click=${(event: MouseEvent) => this.#do(() => act(event))}>${label}</button>`;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  async #toggleApps(open: boolean): Promise<void> {
    this.appsOpen = open;
    await this.updateComplete;
    this.#place();
    if (open) this.querySelector<HTMLElement>(".menu-apps [role=menuitem]")?.focus();
  }

  #tell(act: Act["act"]): void {
    if (this.message)
      this.dispatchEvent(new CustomEvent<Act>("act", { detail: { act, message: this.message } }));
  }

  #do(act: () => void): void {
    act();
    this.#close();
  }

  #close(): void {
    const focused = this.contains(document.activeElement);
    this.message = null;
    if (focused) this.#returnTo?.focus();
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const inApps = document.activeElement?.closest(".menu-apps");
    const onApps = document.activeElement?.getAttribute("aria-haspopup") === "menu";
    if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items.at(at - 1)?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "ArrowRight" && onApps) void this.#toggleApps(true);
    else if (event.key === "ArrowLeft" && inApps)
      void this.#toggleApps(false).then(() => this.querySelector<HTMLElement>("[aria-haspopup]")?.focus());
    else if (event.key === "ArrowRight") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowLeft") items.at(at - 1)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Within the window, at the pointer. */
  #place(): void {
    const menu = this.querySelector<HTMLElement>(".menu");
    if (!menu) return;
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(this.#at.x, innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(this.#at.y, innerHeight - height - 8))}px`;
  }
}

function copy(text: string): void {
  void navigator.clipboard?.writeText(text);
}
