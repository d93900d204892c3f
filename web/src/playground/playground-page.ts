/** The page: channels at the left, messages in the middle, members at the right. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import "./delete-dialog";
import type { DeleteDialog } from "./delete-dialog";
import { isThread, type Message } from "./discord";
import "./guided-tour";
import type { GuidedTour } from "./guided-tour";
import { spoken } from "./markdown-view";
import "./message-composer";
import type { MessageComposer } from "./message-composer";
import "./message-list";
import "./message-menu";
import type { Act, MessageMenu } from "./message-menu";
import "./modal-form";
import { Session } from "./session";
import "./side-lists";
import "./thread-dialog";
import type { ThreadDialog } from "./thread-dialog";
import { words } from "./words";

type Drawer = "channels" | "members";

const NARROW = matchMedia("(max-width: 860px)");
const COMPLAINT_STAYS = 8000; // milliseconds

@customElement("playground-page")
export class PlaygroundPage extends LitElement {
  readonly session = new Session();
  @state() private version = 0;
  @state() private drawer: Drawer | null = null;
  @state() private announced = "";
  @query("message-menu") private menu!: MessageMenu;
  @query("message-composer") private composer!: MessageComposer;
  @query("delete-dialog") private deleteDialog!: DeleteDialog;
  @query("thread-dialog") private threadDialog!: ThreadDialog;
  @query("guided-tour") private tour!: GuidedTour;
  #complaintTimer: ReturnType<typeof setTimeout> | undefined;
  #complaint = "";

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener("change", this.#changed);
    this.session.addEventListener("message", this.#announce);
    NARROW.addEventListener("change", () => (this.drawer = null));
    void this.session.begin();
  }

  #changed = (): void => {
    this.version += 1;
    const { session } = this;
    document.title = session.channel
      ? words.title(session.channel.name, session.start?.server.name ?? "")
      : document.title;
    if (session.complaint === this.#complaint) return;
    this.#complaint = session.complaint;
    clearTimeout(this.#complaintTimer);
    if (session.complaint) this.#complaintTimer = setTimeout(() => session.complain(""), COMPLAINT_STAYS);
  };

  /** New messages of the channel that one reads are read aloud, except one's own. */
  #announce = (event: Event): void => {
    const { session } = this;
    const message = (event as CustomEvent<Message>).detail;
    if (message.channel_id !== session.channelId || message.author.id === session.view?.user.id) return;
    const [embed] = message.embeds;
    const text = message.content || [embed?.title, embed?.description].filter(Boolean).join(". ");
    this.announced = words.said(session.nameOf(message.author), spoken(text, session));
  };

  override render(): TemplateResult {
    const { session, drawer } = this;
    if (!session.view)
      return html`<p class="opening" role="status">${session.complaint || words.loading}</p>`;
    const isCovered = NARROW.matches && drawer !== null;
    return html`<a class="skip" href="#messages">${words.skip}</a>
      <button type="button" class="skip" @click=${() => this.composer.focusText()}>${words.skipToWriting}</button>
      <div class="frame" @keydown=${this.#key} @gone=${() => this.#closeDrawer()} @message-menu=${this.#openMenu}
        @dragover=${this.#drag} @drop=${this.#drop}>
        ${this.#side("channels", html`<channel-list .session=${session} .version=${this.version}></channel-list>`)}
        <main id="messages" tabindex="-1" ?inert=${isCovered}>
          ${this.#head()}
          ${this.#notices()}
          <guided-tour .session=${session} .version=${this.version} @closed=${() => this.composer.focusText()}></guided-tour>
          <message-list .session=${session} .messages=${session.messages} .view=${session.view} .channelId=${session.channelId}></message-list>
          <message-composer .session=${session} .version=${this.version}
            @emptied=${(event: CustomEvent<Message>) => this.deleteDialog.open(event.detail)}></message-composer>
        </main>
        ${this.#side("members", html`<member-list .session=${session} .version=${this.version}></member-list>`)}
        ${isCovered ? html`<div class="scrim" @click=${() => this.#closeDrawer()}></div>` : nothing}
      </div>
      <div class="unseen" role="log" aria-live="polite">${this.announced}</div>
      <message-menu .session=${session} @act=${this.#act}></message-menu>
      <delete-dialog .session=${session} @deleted=${(event: CustomEvent<Message>) => this.composer.stopEditing(event.detail)}></delete-dialog>
      <thread-dialog .session=${session} @opened=${() => this.composer.focusText()}></thread-dialog>
      ${session.modal ? html`<modal-form .modal=${session.modal} .session=${session} .complaint=${session.complaint}></modal-form>` : nothing}`;
  }

  #side(name: Drawer, inner: TemplateResult): TemplateResult {
    const isOpen = this.drawer === name;
    const hidden = NARROW.matches && !isOpen;
    const close = html`<button type="button" class="icon close-drawer" aria-label=${words.close}
      @click=${() => this.#closeDrawer()}><span aria-hidden="true">✕</span></button>`;
    const classes = `side side-${name} ${isOpen ? "open" : ""}`;
    return name === "channels"
      ? html`<nav class=${classes} aria-label=${words.channels} ?inert=${hidden}>${close}${inner}</nav>`
      : html`<aside class=${classes} aria-label=${words.members} ?inert=${hidden}>${close}${inner}</aside>`;
  }

  #head(): TemplateResult {
    const { session } = this;
    const isPlaying = ["quarrel", "calming"].includes(session.host?.tour.evening.state ?? "");
    return html`<header class="head">
      <button type="button" class="icon narrow" aria-label=${words.showChannels} aria-expanded=${this.drawer === "channels"}
        @click=${() => this.#openDrawer("channels")}><span aria-hidden="true">☰</span></button>
      <h1 class=${session.channel && isThread(session.channel) ? "of-thread" : ""}>${session.channel?.name ?? ""}</h1>
      <p class="topic">${session.channel?.topic ?? ""}</p>
      <button type="button" class="button secondary" ?disabled=${isPlaying} @click=${() => session.playEvening()}>
        ${isPlaying ? words.eveningPlays : words.playEvening}</button>
      <button type="button" class="button secondary" @click=${() => this.tour.open()}>${words.openTour}</button>
      <button type="button" class="icon narrow" aria-label=${words.showMembers} aria-expanded=${this.drawer === "members"}
        @click=${() => this.#openDrawer("members")}><span aria-hidden="true">👥</span></button>
    </header>`;
  }

  #notices(): TemplateResult {
    const { session } = this;
    const bot = session.host?.bot;
    const notice = !session.connected
      ? words.broken
      : bot?.state === "starting"
        ? words.botStarting
        : bot?.state === "stopped"
          ? words.botStopped(bot.reason)
          : "";
    return html`<div class="notice" role="status" tabindex=${notice.includes("\n") ? 0 : nothing}>${notice}</div>
      <div class="notice complaint" role="alert">${session.modal ? "" : session.complaint}</div>`;
  }

  #openMenu(event: CustomEvent<{ message: Message; x: number; y: number }>): void {
    const { message, x, y } = event.detail;
    void this.menu.open(message, x, y);
  }

  /** Else the browser would leave the page for a file that is dropped on it. */
  #drag(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }

  #drop(event: DragEvent): void {
    const files = event.dataTransfer?.files ?? [];
    if (!files.length) return;
    event.preventDefault();
    this.composer.attach(files);
  }

  #act(event: CustomEvent<Act>): void {
    const { act, message } = event.detail;
    // After the menu has given the focus back.
    setTimeout(() => {
      if (act === "reply") void this.composer.reply(message);
      else if (act === "edit") void this.composer.edit(message);
      else if (act === "delete") void this.deleteDialog.open(message);
      else void this.threadDialog.open(message);
    });
  }

  async #openDrawer(name: Drawer): Promise<void> {
    this.drawer = name;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`.side-${name} .close-drawer`)?.focus();
  }

  async #closeDrawer(): Promise<void> {
    const name = this.drawer;
    if (!name) return;
    this.drawer = null;
    await this.updateComplete;
    const label = name === "channels" ? words.showChannels : words.showMembers;
    this.querySelector<HTMLElement>(`.head [aria-label="${label}"]`)?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.drawer) void this.#closeDrawer();
  }
}
