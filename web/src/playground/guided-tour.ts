/** The tour: five steps that one clicks. It stands above the messages and covers nothing. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message } from "./discord";
import type { Session } from "./session";
import { words } from "./words";

const KEY = "tour-closed";
const OVER = 3; // the step that asks whether it is over
const SECOND = 1000; // milliseconds
const said = words.tour;

/** The bot's buttons by what their custom_id begins with: their labels may be in any language. */
const BUTTONS = { open: "alert-open:", which: "messages:", over: "over:", erase: "erase:" };

@customElement("guided-tour")
export class GuidedTour extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) version = 0;
  @state() private at = 0;
  @state() private isBusy = false;
  /** Whether it was asked if the evening is over before it was. */
  @state() private askedEarly = false;
  /** Whether the last step has been taken. */
  @state() private isDone = false;
  #ticking: ReturnType<typeof setInterval> | undefined;
  @state() isOpen = !wasClosed();

  override createRenderRoot(): HTMLElement {
    return this;
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.at = 0;
    this.askedEarly = this.isDone = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>(".tour-act")?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const step = said.steps[this.at];
    if (!this.isOpen || !step) return nothing;
    const last = this.at === said.steps.length - 1;
    const wait = this.#waitsFor();
    const atEnd = last && this.isDone;
    return html`<section class="tour" aria-label=${said.title}>
      <div class="tour-head"><h2>${step.title}</h2>
        <span class="tour-step" role="img" aria-label=${said.step(this.at + 1, said.steps.length)}>${said.steps.map(
          (_, at) => html`<i class=${at === this.at ? "here" : at < this.at ? "done" : ""}></i>`,
        )}</span>
        <button type="button" class="icon" aria-label=${said.close} @click=${this.#close}><span aria-hidden="true">✕</span></button></div>
      <p aria-live="polite">${atEnd ? said.end : this.#againLater ? said.overEarly : step.text}</p>
      <div class="tour-foot">
        ${
          atEnd
            ? nothing
            : html`<button type="button" class="button primary tour-act" aria-disabled=${this.isBusy || wait !== null} @click=${this.#act}>${wait ?? (this.#againLater ? said.askAgain : step.act)}</button>`
        }
        ${this.at ? html`<button type="button" class="button secondary" @click=${() => (this.at -= 1)}>${said.back}</button>` : nothing}
        ${
          last
            ? html`<button type="button" class="button ${atEnd ? "primary tour-act" : "secondary"}" @click=${this.#finish}>${said.finish}</button>`
            : html`<button type="button" class="button secondary" @click=${() => (this.at += 1)}>${said.next}</button>`
        }
      </div></section>`;
  }

  /** What has to happen before the step can be taken, in words; null if nothing. */
  #waitsFor(): string | null {
    const host = this.session.host;
    if (!host || host.bot.state === "starting") return said.starting;
    if (host.bot.state === "stopped") return said.stopped;
    if (this.at === 0 && ["waiting", "reading"].includes(host.tour.reading)) return said.reading;
    if (this.#againLater && this.#isGoingOn) return said.askAgainIn(this.session.eveningLeft);
    const needsAlert = this.at > 0 && this.at < said.steps.length - 1;
    if (!needsAlert || host.tour.alert) return null;
    const { state } = host.tour.evening;
    return state === "calm" ? said.calm : state === "over" ? said.noAlert : said.waiting;
  }

  /** Whether the step is to be taken once more: it was too early. */
  get #againLater(): boolean {
    return this.at === OVER && this.askedEarly;
  }

  get #isGoingOn(): boolean {
    return ["quarrel", "calming"].includes(this.session.host?.tour.evening.state ?? "");
  }

  override updated(): void {
    const ticks = this.isOpen && this.#againLater && this.#isGoingOn;
    if (ticks) this.#ticking ??= setInterval(() => this.requestUpdate(), SECOND);
    else this.#stopTicking();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTicking();
  }

  #stopTicking(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  async #act(): Promise<void> {
    const host = this.session.host;
    if (!host || this.isBusy || this.#waitsFor() !== null) return;
    const { tour } = host;
    const { at } = this;
    this.isBusy = true;
    const steps = [
      () => this.#quarrel(tour.channel, tour.evening.state !== "calm"),
      () => this.#be(tour.moderator, tour.moderators, tour.alert),
      () => this.#which(tour.moderator, tour.moderators, tour.alert),
      () => this.#over(tour.moderator, tour.moderators, tour.alert),
      () => this.#optOut(tour.member, tour.channel),
    ];
    const done = await steps[at]?.();
    this.isBusy = false;
    // Whoever has gone to another step meanwhile stays there.
    if (done && this.at === at) {
      if (at < steps.length - 1) this.at = at + 1;
      else this.isDone = true;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(".tour-act")?.focus();
  }

  async #quarrel(channel: string, isThere: boolean): Promise<boolean> {
    await this.session.open(channel);
    return isThere || this.session.playEvening();
  }

  async #be(userId: string, channel: string, message: string | null = null): Promise<boolean> {
    await this.session.become(userId);
    if (message) this.session.jumpToMessage(channel, message);
    else await this.session.open(channel);
    return true;
  }

  async #which(moderator: string, channel: string, alert: string | null): Promise<boolean> {
    const opened = await this.#opened(moderator, channel, alert);
    return opened !== null && (await this.#press(opened, BUTTONS.which)) !== null;
  }

  async #over(moderator: string, channel: string, alert: string | null): Promise<boolean> {
    const opened = await this.#opened(moderator, channel, alert);
    const isEarly = this.#isGoingOn;
    if (!opened || !(await this.#press(opened, BUTTONS.over))) return false;
    this.askedEarly = isEarly;
    return !isEarly;
  }

  /** The alert's own answer to *Open*: the one that is here already, or a new one. */
  async #opened(moderator: string, channel: string, alert: string | null): Promise<Message | null> {
    await this.session.become(moderator);
    await this.session.open(channel);
    const here = this.session.messages.findLast(
      (each) => buttonOf(each, BUTTONS.over) && BigInt(each.id) > BigInt(alert ?? 0), // not an earlier evening's
    );
    if (here) return here;
    const message = this.session.messages.find((each) => each.id === alert);
    return message ? this.#press(message, BUTTONS.open) : null;
  }

  async #optOut(member: string, channel: string): Promise<boolean> {
    await this.session.become(member);
    await this.session.open(channel);
    const asked = await this.session.command("sentiment privacy opt-out");
    if (!asked?.message) return false;
    const isOutAlready = !buttonOf(asked.message, BUTTONS.erase);
    return isOutAlready || (await this.#press(asked.message, BUTTONS.erase)) !== null;
  }

  async #press(message: Message, name: string): Promise<Message | null> {
    const customId = buttonOf(message, name);
    const outcome = customId ? await this.session.use(message, customId) : null;
    return outcome?.message ?? null;
  }

  /** One looks around as oneself, and not as somebody whom the bot no longer counts. */
  #finish(): void {
    void this.session.become(this.session.start?.you ?? "");
    this.#close();
  }

  #close(): void {
    this.isOpen = false;
    try {
      localStorage.setItem(KEY, "yes");
    } catch {
      // It opens again with the page.
    }
    this.dispatchEvent(new CustomEvent("closed", { bubbles: true }));
  }
}

function buttonOf(message: Message, name: string): string | undefined {
  const buttons = message.components.flatMap((row) => row.components ?? []);
  return buttons.find((each) => each.custom_id?.startsWith(name))?.custom_id;
}

function wasClosed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
