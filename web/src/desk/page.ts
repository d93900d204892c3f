// The page around a view: who looks, at what, for how long yet, and what is in the way of it.
import { LitElement, type TemplateResult, html, nothing } from "lit";
import { RequestFailed, request } from "../shared/http";
import { type Address, changed, read, remember, remembered, write } from "./address";
import type { Me } from "./answers";
import "./filters";
import { footer } from "./footer";
import { type Desk, linkTo } from "./view";
import { type Trouble, alone, otherServer, told, troubleOf } from "./trouble";
import { viewOf, viewTitle } from "./views";
import { clock, speak, spokenLanguage, t, tellTimeIn } from "./words";

const RIGHTS_MS = 30_000;

interface Shown {
  address: Address;
  answer: unknown;
  /** When it was answered, in seconds since 1970. */
  at: number;
}

export class DeskPage extends LitElement {
  static override properties = {
    me: { state: true },
    address: { state: true },
    shown: { state: true },
    trouble: { state: true },
    loading: { state: true },
  };

  declare me: Me | null;
  declare address: Address;
  /** The last answer; it stands until the next one is there. */
  declare shown: Shown | null;
  declare trouble: Trouble | null;
  declare loading: boolean;

  private asking = new AbortController();
  private timer = 0;

  constructor() {
    super();
    this.me = this.shown = this.trouble = null;
    this.loading = true;
    this.address = read(location.hash);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", () => void this.go(read(location.hash)));
    addEventListener("online", this.lookAgain);
    document.addEventListener("visibilitychange", this.lookAgain);
    void this.begin();
  }

  /** The words first: also what is in the way is told in them. */
  private async begin(): Promise<void> {
    await this.learnWords();
    await this.checkRights();
  }

  private async learnWords(): Promise<void> {
    try {
      speak(await request("GET", "/api/words"));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error; // people read English then
    }
  }

  /** Who looks, and what they may see now. Whoever may see less is shown less at once. */
  private async checkRights(again = this.trouble?.passes): Promise<void> {
    clearTimeout(this.timer);
    try {
      const me = await request<Me>("GET", "/api/me");
      const same = this.me !== null && rightsOf(me) === rightsOf(this.me);
      tellTimeIn(me.guild.time_zone);
      if (me.language !== spokenLanguage()) await this.learnWords();
      this.me = me;
      if (again || !same) await this.enter();
      this.later(Math.min(RIGHTS_MS, Math.max(0, me.expires * 1000 - Date.now()) + 500));
    } catch (error) {
      this.fail(error);
      if (this.trouble?.kind === "refused") this.me = null;
    }
  }

  private readonly tryAgain = () => void this.checkRights(true);

  /** A page that nobody sees asks nothing. */
  private readonly lookAgain = () => {
    if (!document.hidden) void this.checkRights();
  };

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.lookAgain, ms);
  }

  /** Show what the address says, or where somebody was before they had to enter. */
  private async enter(): Promise<void> {
    const { me } = this;
    if (!me) return;
    this.shown = null;
    const before = remembered();
    if (!this.address.view && before?.guild === me.guild.id) this.address = before;
    if (this.address.guild && this.address.guild !== me.guild.id) {
      this.loading = false;
      this.trouble = otherServer();
      remember(this.address);
      return;
    }
    if (!this.address.view) {
      this.address = changed(this.address, { guild: me.guild.id, view: me.views[0] ?? "my-data" });
    }
    history.replaceState(null, "", write(this.address));
    await this.load();
  }

  private async go(address: Address): Promise<void> {
    const moved = address.view !== this.address.view;
    this.address = address;
    if (!this.me) return;
    if (!address.view || address.guild !== this.me.guild.id) return this.enter();
    await this.load();
    if (moved) this.querySelector<HTMLElement>("h2")?.focus();
  }

  private readonly choose = (event: CustomEvent<Partial<Address>>) => {
    location.hash = write(changed(this.address, event.detail));
  };

  private async load(): Promise<void> {
    const { desk, address } = this;
    const view = viewOf(address);
    if (!desk || !view) return;
    this.asking.abort();
    const { signal } = (this.asking = new AbortController());
    this.loading = true;
    if (!this.trouble?.passes) this.trouble = null;
    try {
      const answer = await view.load(desk, signal);
      if (signal.aborted) return;
      this.trouble = null;
      this.shown = { address, answer, at: Date.now() / 1000 };
      document.title = `${view.title(answer)} · Barometer`;
      this.loading = false;
      await this.updateComplete;
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  /** Nothing that may no longer be seen stays on the page. */
  private fail(error: unknown): void {
    this.asking.abort();
    this.shown = null;
    this.loading = false;
    document.title = "Barometer";
    this.trouble = troubleOf(error, this.trouble);
    if (this.trouble.kind === "out") {
      remember(this.me ? this.address : read(location.hash));
      this.me = null;
    }
    this.later(this.trouble.again);
  }

  private get desk(): Desk | null {
    const { me } = this;
    if (!me) return null;
    return {
      me,
      address: this.address,
      post: (path, body) =>
        request("POST", path, body, undefined, { "X-Barometer-CSRF": me.csrf }),
      reload: () => this.load(),
    };
  }

  private async signOut(): Promise<void> {
    try {
      await this.desk?.post("/api/sign-out", {});
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
    }
    await this.checkRights();
  }

  protected override render(): TemplateResult {
    const { me, trouble } = this;
    return html`
      <div class=${this.loading && this.me ? "loading" : "unseen"} role="status">
        ${this.loading ? t("Loading …") : t("Loaded.")}
      </div>
      ${me && trouble?.kind !== "unreachable" ? this.frame(me) : alone(trouble, this.tryAgain)}
    `;
  }

  private frame(me: Me): TemplateResult {
    return html`
      <a class="skip" href="#view" @click=${this.skip}>${t("To the view")}</a>
      <div class="frame">
        <header>
          <div class="top">
            <h1>${me.guild.name}</h1>
            <div class="line">
              ${this.shown ? this.freshness(this.shown) : nothing}
              <span class="quiet">${me.member.name}</span>
              <button type="button" @click=${() => void this.signOut()}>${t("Sign out")}</button>
            </div>
          </div>
          ${this.navigation(me)}
        </header>
        ${me.lost ? html`<p class="card" role="alert">${me.lost}</p>` : nothing}
        ${this.filters(me)}
        <main id="view" tabindex="-1" aria-busy=${this.loading}>${this.view()}</main>
        ${footer(me)}
      </div>
    `;
  }

  private freshness({ at }: Shown): TemplateResult {
    return html`
      <span class="quiet">${t("As of {time}", { time: clock(at) })}</span>
      <button type="button" @click=${() => void this.load()}>${t("Refresh")}</button>
    `;
  }

  /** Past the navigation; the address stays that of the view. */
  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.querySelector<HTMLElement>("#view")?.focus();
  };

  private navigation(me: Me): TemplateResult {
    const desk = this.desk as Desk;
    const { guild, view } = this.address;
    const here = guild !== me.guild.id ? null : view === "episode" ? "morning" : view;
    return html`<nav aria-label=${t("Views")}>
      <ul class="views">
        ${me.views.map(
          (name) => html`<li>
            <a
              href=${linkTo(desk, { view: name })}
              aria-current=${name === here ? "page" : nothing}
              >${viewTitle(name)}</a
            >
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  private filters(me: Me) {
    const view = viewOf(this.address);
    if (!view || this.address.guild !== me.guild.id) return nothing;
    return html`<desk-filters
      .me=${me}
      .address=${this.address}
      .offered=${view.filters}
      @choose=${this.choose}
    ></desk-filters>`;
  }

  private view() {
    const { shown, trouble, desk } = this;
    if (trouble) return html`<div class="card">${told(trouble, this.tryAgain)}</div>`;
    const view = shown && viewOf(shown.address);
    if (!shown || !view || !desk) return html`<p class="quiet">${t("Loading …")}</p>`;
    return html`
      <h2 tabindex="-1">${view.title(shown.answer)}</h2>
      ${view.show(shown.answer, desk)}
    `;
  }
}

/** What somebody may see, as a text to compare. */
function rightsOf({ guild, member, views, channels, rights }: Me): string {
  return JSON.stringify([guild, member, views, channels, rights]);
}

customElements.define("desk-page", DeskPage);
