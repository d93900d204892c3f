// What is known of whoever looks: to take along, to stop, to erase.
import { LitElement, html, nothing } from "lit";
import { RequestFailed } from "../shared/http";
import type { MyData, Text, Wish } from "./answers";
import { guildPath } from "./requests";
import { type Desk, type View, ask, textOf } from "./view";
import { t } from "./words";

interface Answer {
  mood: { text: Text };
  data: MyData;
}

export const myData: View<Answer> = {
  filters: { period: null, channels: false },
  load: async (desk, signal) => ({
    data: await ask<MyData>(desk, "my/data", {}, signal),
    mood: await ask<Answer["mood"]>(desk, "my/mood", { period: 720 }, signal),
  }),
  title: () => t("My data"),
  show: ({ mood, data }, desk) => html`
    <section class="card">
      <h3>${mood.text.title}</h3>
      ${textOf(mood.text)}
    </section>
    <section class="card">
      <h3>${data.text.title}</h3>
      ${textOf(data.text)}
      <p class="line">
        <a class="button" download href=${guildPath(desk.me, "my/data.json")}>
          ${t("Save all of it (JSON)")}
        </a>
        <a class="button" download href=${guildPath(desk.me, "my/messages.csv")}>
          ${t("Save my messages' scores (CSV)")}
        </a>
        <a class="button" download href=${guildPath(desk.me, "my/hours.csv")}>
          ${t("Save my hours (CSV)")}
        </a>
      </p>
    </section>
    <section class="card">
      <h3>${t("Stop, or erase")}</h3>
      <my-wishes .data=${data} .desk=${desk}></my-wishes>
    </section>
  `,
};

/** What can be asked for, each with what it means, and nothing before that is confirmed. */
class MyWishes extends LitElement {
  static override properties = {
    data: { attribute: false },
    desk: { attribute: false },
    asked: { state: true },
    told: { state: true },
    busy: { state: true },
  };

  declare data: MyData;
  declare desk: Desk;
  declare asked: Wish | null;
  declare told: Text | null;
  declare busy: boolean;

  constructor() {
    super();
    [this.asked, this.told, this.busy] = [null, null, false];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const wishes = (["opt-out", "opt-in", "forget"] as const).filter((each) => this.data.ask[each]);
    return html`
      <p class="line">
        ${wishes.map(
          (wish) => html`<button type="button" @click=${() => this.open(wish)}>
            ${wishWords(wish)}
          </button>`,
        )}
      </p>
      <div role="status" tabindex="-1">
        ${this.told ? html`<p><b>${this.told.title}</b></p>${textOf(this.told)}` : nothing}
      </div>
      <dialog aria-labelledby="asked" @close=${() => (this.asked = null)}>
        ${this.asked ? this.question(this.asked) : nothing}
      </dialog>
    `;
  }

  private question(wish: Wish) {
    return html`
      <h2 id="asked">${wishWords(wish)}</h2>
      <p>${this.data.ask[wish]}</p>
      ${wish === "opt-in" || !this.data.ask.stays ? nothing : html`<p>${this.data.ask.stays}</p>`}
      <p class="line">
        <button type="button" autofocus @click=${this.close}>${t("Keep everything as it is")}</button>
        <button
          type="button"
          class=${wish === "opt-in" ? "" : "grave-button"}
          ?disabled=${this.busy}
          @click=${() => void this.confirm(wish)}
        >
          ${yesWords(wish)}
        </button>
      </p>
    `;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  private async open(wish: Wish): Promise<void> {
    this.asked = wish;
    await this.updateComplete;
    this.dialog?.showModal();
  }

  private close(): void {
    this.dialog?.close();
  }

  private async confirm(wish: Wish): Promise<void> {
    this.busy = true;
    try {
      const path = guildPath(this.desk.me, `my/${wish}`);
      const { text } = await this.desk.post<{ text: Text }>(path, { confirm: wish });
      this.told = text;
      this.close();
      await this.desk.reload();
      // The button that was pressed may be gone by now.
      this.querySelector<HTMLElement>("[role=status]")?.focus();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const nothingChanged = t("That didn't work. Nothing has changed.");
      this.told = { title: error.sentence ?? nothingChanged, lines: [] };
      this.close();
    } finally {
      this.busy = false;
    }
  }
}

function wishWords(wish: Wish): string {
  return {
    "opt-out": t("Stop counting my messages"),
    "opt-in": t("Count my messages again"),
    forget: t("Erase everything about me"),
  }[wish];
}

function yesWords(wish: Wish): string {
  return {
    "opt-out": t("Yes, stop and erase"),
    "opt-in": t("Yes, count them"),
    forget: t("Yes, erase it"),
  }[wish];
}

customElements.define("my-wishes", MyWishes);
