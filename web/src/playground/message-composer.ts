/** Where one writes: messages with files, replies and edits; "/" for the commands, "@" for names. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { attached, attachedView, type AltTextDialog, type Attached } from "./attached-files";
import type { Choice } from "./choices";
import "./command-form";
import type { Use } from "./command-form";
import { matching, named, usable, type Usable } from "./commands";
import { isSaid, maySend, type Message } from "./discord";
import { together, type Draft } from "./drafts";
import { asSent, asTyped, begun, fittingNames, nameables, type Nameable } from "./mentions";
import type { Session } from "./session";
import { Suggestions } from "./suggestions";
import { words } from "./words";

const LONGEST = 2000; // characters of a message
const OFFERED = 10; // names at once
const SMALL = matchMedia("(max-width: 480px)"); // there the hint would not be seen whole

@customElement("message-composer")
export class MessageComposer extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) version = 0;
  @state() private text = "";
  @state() private files: Attached[] = [];
  @state() private replyTo: Message | null = null;
  @state() private editing: Message | null = null;
  @state() private command: Usable | null = null;
  @query("alt-text-dialog") private altTextDialog!: AltTextDialog;
  #rest: string | null = null;
  #refused: Use["filled"] | null = null;
  #suggestions = new Suggestions(this, (choice) => this.#take(choice));
  #whose = "";
  #drafts = new Map<string, Draft>();
  /** Where in the text one was when something was offered last. */
  #offeredAt = "";

  override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What is begun belongs to one member in one channel, and waits for them there. */
  override willUpdate(_changed: PropertyValues): void {
    const whose = `${this.session.view?.user.id} ${this.session.channelId}`;
    if (whose === this.#whose) return;
    this.#putAside();
    this.#whose = whose;
    this.#takeUp();
  }

  /** Goes to where one writes, or else to the first field or button there. */
  focusText(): void {
    const area = this.querySelector("textarea");
    (area ?? this.querySelector<HTMLElement>("input, button"))?.focus();
  }

  /** Files go with what is being written; with an edit or a command none can. */
  attach(files: Iterable<File>): void {
    const some = attached(files);
    if (!some.length || !this.querySelector("textarea") || this.editing) return;
    this.files = [...this.files, ...some];
    void this.#focus();
  }

  async reply(message: Message): Promise<void> {
    if (this.#isAside) this.#takeUp();
    this.replyTo = message;
    await this.#focus();
  }

  async edit(message: Message): Promise<void> {
    this.#putAside();
    this.editing = message;
    this.text = asTyped(message.content, this.#names);
    await this.#focus();
  }

  override render(): TemplateResult {
    const { session, command } = this;
    const channel = session.channel;
    if (!channel) return html``;
    if (!maySend(channel)) return html`<p class="composer about">${words.mayNotWrite}</p>`;
    if (command) {
      return html`<command-form .session=${session} .command=${command} .rest=${this.#rest} .refused=${this.#refused}
        @left=${this.#leave} @use=${this.#use}></command-form>`;
    }
    const about = this.editing
      ? words.editing
      : this.replyTo
        ? words.replyingTo(session.nameOf(this.replyTo.author))
        : "";
    return html`<form class="composer" @submit=${this.#submit} @paste=${(event: ClipboardEvent) => this.attach(event.clipboardData?.files ?? [])}>
      ${this.#suggestions.render(this.text.startsWith("/") ? words.commands : words.names)}
      ${about ? html`<p class="about">${about} <button type="button" class="plain link" @click=${this.#stop}>${words.stop}</button></p>` : nothing}
      ${attachedView(this.files, (one) => this.altTextDialog.open(one), (one) => this.#remove(one))}
      <div class="write">
        <label class="icon attach" title=${words.attach}><span aria-hidden="true">+</span><span class="unseen">${words.attach}</span>
          <input type="file" class="unseen" multiple ?disabled=${this.editing !== null} @change=${this.#attach} /></label>
        <textarea rows=${Math.min(8, this.text.split("\n").length)} maxlength=${LONGEST}
          placeholder=${SMALL.matches ? words.write(channel.name) : `${words.write(channel.name)} · ${words.writeHint}`} aria-label=${words.write(channel.name)}
          aria-haspopup="listbox" aria-autocomplete="list"
          aria-controls=${this.#suggestions.isOpen ? this.#suggestions.id : nothing}
          aria-activedescendant=${this.#suggestions.activeId} .value=${this.text}
          @input=${this.#typed} @keydown=${this.#key} @keyup=${this.#offer} @click=${this.#offer} @blur=${() => this.#suggestions.hide()}></textarea>
        <button type="submit" class="button primary">${this.editing ? words.save : words.send}</button>
      </div></form>
      <alt-text-dialog @described=${this.#describe}></alt-text-dialog>`;
  }

  get #commands(): Usable[] {
    return usable(this.session.view?.commands ?? [], this.session.view?.user.locale);
  }

  /** What can be named here. */
  get #names(): Nameable[] {
    const { view, channel } = this.session;
    return view && channel ? nameables(view, channel) : [];
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.#offer();
  }

  /** Offers what can be meant where one is in the text; once, so that what was refused stays away. */
  #offer(): void {
    const area = this.querySelector("textarea");
    if (!area || area.selectionStart !== area.selectionEnd) return this.#suggestions.hide();
    const at = `${area.selectionEnd} ${this.text}`;
    if (at === this.#offeredAt) return;
    this.#offeredAt = at;
    if (this.text.startsWith("/") && !this.editing) return this.#offerCommands();
    const typed = begun(this.text, area.selectionEnd);
    const found = typed === null ? [] : fittingNames(this.#names, typed).slice(0, OFFERED);
    this.#suggestions.show(
      found.map((each) => ({ value: each.typed, label: each.typed, description: each.description })),
    );
  }

  #offerCommands(): void {
    const begun = named(this.#commands, this.text);
    if (begun) return this.#begin(...begun);
    const found = matching(this.#commands, this.text);
    this.#suggestions.show(
      found.map((each) => ({
        value: each.name,
        label: `/${each.label}`,
        description: each.description,
      })),
    );
  }

  #take(choice: Choice): void {
    if (!this.text.startsWith("/") || this.editing) return this.#takeName(choice.value);
    const command = this.#commands.find((each) => each.name === choice.value);
    if (command) this.#begin(command, null);
  }

  /** The name takes the place of what was typed of it. */
  #takeName(name: string): void {
    const area = this.querySelector("textarea");
    const typed = begun(this.text, area?.selectionEnd ?? 0);
    if (!area || typed === null) return;
    const end = area.selectionEnd;
    area.setRangeText(`${name} `, end - typed.length, end, "end");
    this.text = area.value;
    this.#offeredAt = `${area.selectionEnd} ${this.text}`;
    this.#suggestions.hide();
  }

  #begin(command: Usable, rest: string | null): void {
    this.#putAside("");
    this.#rest = rest;
    this.#refused = null;
    this.command = command;
  }

  /** Uses the command; what was refused can be mended, if nothing else has been begun. */
  async #use(event: CustomEvent<Use>): Promise<void> {
    const { command, session } = this;
    const { values, filled } = event.detail;
    if (!command) return;
    await this.#leave();
    const whose = this.#whose;
    if (await session.command(command.name, values)) return;
    if (whose !== this.#whose || this.text || this.command || this.editing || this.replyTo) return;
    this.#begin(command, null);
    this.#refused = filled;
  }

  #key(event: KeyboardEvent): void {
    if (this.#suggestions.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void this.#submit(event);
    } else if (event.key === "Escape") {
      void this.#stop();
    } else if (event.key === "ArrowUp" && this.text === "" && !this.editing) {
      const mine = this.session.messages.findLast(
        (each) => each.author.id === this.session.view?.user.id && isSaid(each),
      );
      if (!mine) return;
      event.preventDefault();
      void this.edit(mine);
    }
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { text, files, replyTo, editing, session } = this;
    const said = asSent(text.trim(), this.#names);
    if (editing) {
      // Who leaves nothing of a message wants it gone, as with Discord.
      if (!said && !editing.attachments.length)
        this.dispatchEvent(new CustomEvent<Message>("emptied", { detail: editing }));
      else if ((await session.edit(editing, said)) && this.editing === editing) this.#takeUp();
    } else if (said || files.length) {
      this.#clear();
      const whose = this.#whose;
      if (await session.send(said, replyTo?.id ?? null, files)) return;
      this.#giveBack(whose, { text, files, replyTo });
    }
  }

  /** What is edited may be gone. */
  async stopEditing(message: Message): Promise<void> {
    if (this.editing?.id === message.id) await this.#stop();
  }

  #attach(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.attach(input.files ?? []);
    input.value = "";
  }

  #describe({ detail }: CustomEvent<Attached>): void {
    this.files = this.files.map((each) => (each.file === detail.file ? detail : each));
  }

  #remove(one: Attached): void {
    this.files = this.files.filter((each) => each !== one);
    void this.#focus();
  }

  async #leave(): Promise<void> {
    this.#takeUp();
    await this.#focus();
  }

  /** One replies no more, or edits no more; what one has written stays. */
  async #stop(): Promise<void> {
    if (this.editing) this.#takeUp();
    this.replyTo = null;
    await this.#focus();
  }

  get #isAside(): boolean {
    return this.editing !== null || this.command !== null;
  }

  /** What is begun waits until an edit or a command is done, or one is here again. */
  #putAside(text = this.text): void {
    const { files, replyTo } = this;
    if (!this.#isAside) this.#drafts.set(this.#whose, { text, files, replyTo });
    this.#clear();
  }

  #takeUp(): void {
    this.#clear();
    Object.assign(this, this.#drafts.get(this.#whose));
  }

  /** Nothing that somebody wrote is lost where it was not sent, nor what they have begun since. */
  #giveBack(whose: string, unsent: Draft): void {
    const isHere = whose === this.#whose && !this.#isAside;
    const { text, files, replyTo } = this;
    const since: Draft | undefined = isHere ? { text, files, replyTo } : this.#drafts.get(whose);
    const draft = together(unsent, since);
    if (isHere) Object.assign(this, draft);
    else this.#drafts.set(whose, draft);
  }

  #clear(): void {
    this.text = "";
    this.files = [];
    this.replyTo = null;
    this.editing = null;
    this.command = null;
    this.#offeredAt = "";
    this.#suggestions.hide();
  }

  async #focus(): Promise<void> {
    await this.updateComplete;
    this.focusText();
  }
}
