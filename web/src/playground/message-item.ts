/** One message of a channel, with its score beside it. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { avatarOf } from "./avatars";
import { componentRows } from "./component-rows";
import { EPHEMERAL, isSaid, LOADING, MessageType, type Message } from "./discord";
import { richText, spoken } from "./markdown-view";
import { attachmentView, embedView, reactionsView } from "./message-parts";
import "./score-strip";
import { isScored } from "./scores";
import type { Session } from "./session";
import { words } from "./words";

const TOGETHER = 7 * 60_000; // milliseconds within which somebody's messages stand under one name

/** Whether a message goes on under the name above it. */
export function follows(message: Message, before: Message | undefined): boolean {
  return (
    before !== undefined &&
    before.author.id === message.author.id &&
    message.type === MessageType.DEFAULT &&
    isSaid(before) &&
    (before.flags & EPHEMERAL) === (message.flags & EPHEMERAL) &&
    !message.author.bot &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER
  );
}

/** Whether Discord itself says it: who joined, what was pinned. */
function systemLine(message: Message, name: string): string | null {
  if (message.type === MessageType.JOIN) return words.joined(name);
  if (message.type === MessageType.PIN) return words.pinned(name);
  return message.type === MessageType.THREAD_CREATED ? words.startedThread(name) : null;
}

@customElement("message-item")
export class MessageItem extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) session!: Session;
  /** Whether it goes on under the name above it. */
  @property({ attribute: false }) goesOn = false;
  /** Whether the list's one place in the tab order is here. */
  @property({ attribute: false }) active = false;
  /** What is shown depends on who one is and what is called how. */
  @property({ attribute: false }) view: unknown;

  #hadFocus = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement);
  }

  /** Whoever pressed a button that is gone now stays at its message. */
  override updated(): void {
    const isLost = this.#hadFocus && document.activeElement === document.body;
    if (isLost) this.closest<HTMLElement>("li")?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { message } = this;
    if (message.type !== MessageType.THREAD_STARTER) return this.#row(message);
    // A thread begins with a message of the channel above.
    const began = message.referenced_message;
    return began ? this.#row(began) : html`<p class="system">${words.threadBeganGone}</p>`;
  }

  #row(message: Message): TemplateResult {
    const { session } = this;
    const name = session.nameOf(message.author);
    const system = systemLine(message, name);
    return html`<div class="message-row ${message.flags & EPHEMERAL ? "ephemeral" : ""}">
      ${system === null ? this.#message(message, name) : html`<div class="system">${system} <small>${words.when(new Date(message.timestamp))}</small></div>`}
      ${
        isScored(message)
          ? html`<score-strip .message=${message} .scores=${session.scores}></score-strip>`
          : nothing
      }
      <button type="button" class="more" tabindex=${this.active ? 0 : -1} aria-haspopup="menu"
        aria-label=${words.actions} @click=${this.#openMenu}><span aria-hidden="true">⋯</span></button>
    </div>`;
  }

  #message(message: Message, name: string): TemplateResult {
    const { session } = this;
    const isLoading = Boolean(message.flags & LOADING);
    return html`<discord-message author=${name} .avatar=${avatarOf(message.author)}
      ?bot=${message.author.bot ?? false} ?edited=${message.edited_timestamp !== null && message.content !== ""}
      .messageBodyOnly=${this.goesOn} .timestamp=${words.when(new Date(message.timestamp))}>
      ${message.type === MessageType.REPLY && this.message === message ? this.#reply() : nothing}
      ${isLoading ? html`<span class="thinking">${words.thinking(name)}</span>` : richText(message.content, session)}
      ${message.attachments.map(attachmentView)}
      ${message.embeds.map((embed) => embedView(embed, session))}
      ${componentRows(message, session)}
      ${reactionsView(message, session)}
      ${this.#thread(message)}
      ${message.flags & EPHEMERAL ? this.#ephemeral() : nothing}
    </discord-message>`;
  }

  #reply(): TemplateResult {
    const { session } = this;
    const answered = this.message.referenced_message;
    if (!answered) return html`<discord-reply slot="reply" deleted></discord-reply>`;
    const text = spoken(answered.content, session).replaceAll("\n", " ") || words.noText;
    return html`<button type="button" slot="reply" class="reply plain" tabindex=${this.active ? 0 : -1}
      @click=${() => session.jumpToMessage(answered.channel_id, answered.id)}>
      <span class="unseen">${words.inReplyTo}</span><discord-reply author=${session.nameOf(answered.author)} .avatar=${avatarOf(answered.author)}>${text}</discord-reply></button>`;
  }

  /** The way into the thread that was begun from it: such a thread has the message's own id. */
  #thread(message: Message): TemplateResult | typeof nothing {
    const { session } = this;
    if (message.channel_id !== session.channelId) return nothing; // one is in it
    const thread = session.view?.channels.find((each) => each.id === message.id);
    if (!thread) return nothing;
    return html`<button type="button" slot="thread" class="plain link to-thread" tabindex=${this.active ? 0 : -1}
      @click=${() => session.open(thread.id)}><span aria-hidden="true">↳</span> ${words.toThread(thread.name)}</button>`;
  }

  #ephemeral(): TemplateResult {
    return html`<div slot="components" class="only-you"><span aria-hidden="true">👁</span> ${words.onlyYou} ·
      <button type="button" class="plain link" @click=${() => this.session.delete(this.message)}>${words.dismiss}</button></div>`;
  }

  #openMenu(event: Event): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const detail = { message: this.message, x: box.left, y: box.bottom };
    this.dispatchEvent(new CustomEvent("message-menu", { detail, bubbles: true }));
  }
}
