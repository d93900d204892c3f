// Which period, and which channels. What is chosen is in the address at once.
import { LitElement, html, nothing } from "lit";
import type { Address } from "./address";
import type { Channel, Me } from "./answers";
import { type Filters, isDated } from "./view";
import { calendarDay, date, midnight, t, tn } from "./words";

const MOST_CHANNELS = 25;
const DATES = "dates";
const HOUR = 3600;
const DAY = 24 * HOUR;

export class DeskFilters extends LitElement {
  static override properties = {
    me: { attribute: false },
    address: { attribute: false },
    offered: { attribute: false },
    dates: { state: true },
    wrong: { state: true },
  };

  declare me: Me;
  declare address: Address;
  declare offered: Filters;
  /** Whether dates are being chosen. */
  declare dates: boolean;
  declare wrong: string;

  constructor() {
    super();
    [this.dates, this.wrong] = [false, ""];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { period, channels } = this.offered;
    if (!period && !channels) return nothing;
    return html`<section class="card filters line" aria-label=${t("What is shown")}>
      ${period === "days back" ? this.lookBacks() : nothing}
      ${period === "hours back" ? this.periods(false) : nothing}
      ${period === "hours back or dates" ? this.periods(true) : nothing}
      ${channels && this.me.channels.length > 1 ? this.channels() : nothing}
    </section>`;
  }

  private lookBacks() {
    return html`<label>
      ${t("Period")}
      <select @change=${(event: Event) => this.change({ back: Number(valueOf(event)) })}>
        ${this.me.look_backs.map(
          ({ days, label }) =>
            html`<option value=${days} .selected=${days === this.address.back}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  private periods(dates: boolean) {
    const { period } = this.address;
    const dated = dates && isDated(period);
    const back = isDated(period) ? "" : period;
    const chosen = dated || (dates && this.dates) ? DATES : back || this.me.period;
    return html`<label>
        ${t("Period")}
        <select @change=${this.choosePeriod}>
          ${this.me.periods.map(
            ({ code, label }) =>
              html`<option value=${code} .selected=${code === chosen}>${label}</option>`,
          )}
          ${dates
            ? html`<option value=${DATES} .selected=${chosen === DATES}>
                ${dated ? datesWords(period) : t("From … to …")}
              </option>`
            : nothing}
        </select>
      </label>
      ${chosen === DATES ? this.dateFields() : nothing}`;
  }

  private dateFields() {
    const [from = "", to = ""] = daysOf(this.address.period).map(calendarDay);
    return html`<form class="line" @submit=${this.chooseDates}>
      <label>${t("From")} <input type="date" name="from" required .value=${from} /></label>
      <label>${t("To")} <input type="date" name="to" required .value=${to} /></label>
      <button type="submit">${t("Show")}</button>
      <span role="alert">${this.wrong}</span>
    </form>`;
  }

  private channels() {
    const chosen = new Set(this.address.channels);
    const said = chosen.size ? this.chosenWords(chosen) : t("All channels you can read");
    return html`<details>
      <summary>${t("Channels: {channels}", { channels: said })}</summary>
      <fieldset class="chosen">
        <legend class="unseen">${t("Channels")}</legend>
        ${this.me.channels.map(
          (channel) => html`<label>
            <input
              type="checkbox"
              value=${channel.id}
              .checked=${chosen.has(channel.id)}
              ?disabled=${!chosen.has(channel.id) && chosen.size >= MOST_CHANNELS}
              @change=${this.toggle}
            />
            #${channel.name}
            ${channel.category ? html`<span class="quiet">${channel.category}</span>` : nothing}
          </label>`,
        )}
      </fieldset>
      <button type="button" ?disabled=${!chosen.size} @click=${() => this.change({ channels: [] })}>
        ${t("Show all channels")}
      </button>
    </details>`;
  }

  private chosenWords(chosen: Set<string>): string {
    const named = this.me.channels.filter((channel: Channel) => chosen.has(channel.id));
    const [only] = named;
    if (only && chosen.size === 1) return `#${only.name}`;
    return tn("{number} channel", "{number} channels", chosen.size);
  }

  private readonly toggle = (event: Event) => {
    const { value, checked } = event.currentTarget as HTMLInputElement;
    const others = this.address.channels.filter((id) => id !== value);
    this.change({ channels: checked ? [...others, value] : others });
  };

  private readonly choosePeriod = (event: Event) => {
    const period = valueOf(event);
    this.dates = period === DATES;
    if (!this.dates) this.change({ period });
  };

  /** The days that were chosen, on the server's clock, the last of them as well. */
  private readonly chooseDates = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const since = midnight(String(form.get("from")));
    const last = midnight(String(form.get("to")));
    if (since === null || last === null || last < since) {
      this.wrong = t("The first day has to be before the last one.");
      return;
    }
    this.wrong = "";
    this.dates = false;
    const [from, until] = [since, last + DAY].map((moment) => Math.floor(moment / HOUR));
    this.change({ period: `${from}-${until}` });
  };

  private change(to: Partial<Address>): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: to }));
  }
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLSelectElement).value;
}

/** A moment of the first day and one of the last, where a period is told by its dates. */
function daysOf(period: string): number[] {
  const [from, until] = period.split("-").map((hours) => Number(hours) * HOUR);
  return from === undefined || until === undefined ? [] : [from, until - HOUR];
}

/** "3 Nov to 8 Nov" */
function datesWords(period: string): string {
  const [since = "", until = ""] = daysOf(period).map((moment) => date(moment));
  return t("{since} to {until}", { since, until });
}

customElements.define("desk-filters", DeskFilters);
