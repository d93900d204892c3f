// The hours of the week, a cell each, to be walked through with the arrow keys.
import { LitElement, html } from "lit";
import type { Week } from "./answers";
import { level, messagesWords, moodAndFigure } from "./moods";
import { signed, t, weekdays } from "./words";

const HOURS = [...Array(24).keys()];
const NARROW = "(max-width: 56rem)"; // as in page.css: there a day is a column

export class WeekGrid extends LitElement {
  static override properties = {
    week: { attribute: false },
    label: { attribute: false },
    at: { state: true },
    told: { state: true },
  };

  declare week: Week;
  declare label: string;
  /** Which cell Tab comes to: weekday and hour. */
  declare at: [number, number];
  declare told: string;

  constructor() {
    super();
    this.at = [0, 12];
    this.told = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const [short, long] = [weekdays("short"), weekdays("long")];
    return html`
      <div class="week" role="grid" aria-label=${this.label} @keydown=${this.walk}>
        <div role="row">
          <span role="columnheader"><span class="unseen">${t("Weekday")}</span></span>
          ${HOURS.map((hour) => html`<span role="columnheader">${hour}</span>`)}
        </div>
        ${short.map(
          (name, day) => html`
            <div role="row">
              <span role="rowheader" aria-label=${long[day] ?? ""}>${name}</span>
              ${HOURS.map((hour) => this.cell(day, hour, long[day] ?? ""))}
            </div>
          `,
        )}
      </div>
      <p class="readout" aria-hidden="true">
        ${this.told || t("Point at an hour, or walk through them with the arrow keys.")}
      </p>
    `;
  }

  private cell(day: number, hour: number, weekday: string) {
    const mood = this.week.mood?.[day]?.[hour] ?? null;
    const told = cellWords(mood, this.week.messages[day]?.[hour] ?? 0, weekday, hour);
    const here = this.at[0] === day && this.at[1] === hour;
    return html`<span
      role="gridcell"
      class=${mood === null ? "unknown" : `mood-${level(mood)}`}
      tabindex=${here ? 0 : -1}
      data-at="${day}-${hour}"
      aria-label=${told}
      @focus=${() => this.tell(day, hour, told)}
      @mouseenter=${() => (this.told = told)}
      @click=${(event: Event) => (event.currentTarget as HTMLElement).focus()}
      >${mood === null ? "" : signed(mood, 1)}</span
    >`;
  }

  private tell(day: number, hour: number, told: string): void {
    this.at = [day, hour];
    this.told = told;
  }

  private walk(event: KeyboardEvent): void {
    const moved = step(event.key, matchMedia(NARROW).matches);
    if (!moved) return;
    event.preventDefault();
    const day = Math.min(6, Math.max(0, this.at[0] + moved[0]));
    const hour = Math.min(23, Math.max(0, this.at[1] + moved[1]));
    this.querySelector<HTMLElement>(`[data-at="${day}-${hour}"]`)?.focus();
  }
}

/** Days and hours that a key goes; as the cells lie on the screen. */
function step(key: string, narrow: boolean): [number, number] | undefined {
  const along: Record<string, [number, number]> = {
    ...{ ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] },
    ...{ Home: [0, -24], End: [0, 24], PageUp: [-7, 0], PageDown: [7, 0] },
  };
  const found = along[key];
  return found && narrow && key.startsWith("Arrow") ? [found[1], found[0]] : found;
}

/** "Monday, 17:00–18:00: slightly positive (+0.12), 34 messages" */
function cellWords(mood: number | null, messages: number, weekday: string, hour: number): string {
  const when = { day: weekday, since: `${hour}:00`, until: `${hour + 1}:00` };
  const time = t("{day}, {since}–{until}", when);
  if (mood === null) return `${time}: ${t("too few messages to tell")}`;
  return `${time}: ${moodAndFigure(mood)}, ${messagesWords(messages)}`;
}

customElements.define("week-grid", WeekGrid);
