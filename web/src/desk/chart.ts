// A mood over time: the curve with what is usual behind it, how sure it is, and volume beneath.
// uPlot draws the axes and lines; what it has no notion of is painted by chart_paint.ts.
import { LitElement, html } from "lit";
import uPlot from "uplot";
import type { Columns, Drawn, Seconds } from "./answers";
import { type Colours, Painter, VOLUME_PART } from "./chart_paint";
import { EDGES, LEVELS, levelWords } from "./moods";
import { middle, stepWords } from "./spans";
import { clock, date, onTheClock, t, timeZone } from "./words";

const HEIGHT = 340;
const SMALL_HEIGHT = 84;
const BETWEEN = 0.08; // so that bars end beneath the lowest mood
const FONT = "12px system-ui, sans-serif";

export type Range = readonly [number, number];

/** The moods that one scale for all of these has to hold, with some room. */
export function moodRange(all: Columns[]): Range {
  const shown = all.flatMap((columns) =>
    [columns.mood, columns.low, columns.high, columns.usual_low, columns.usual_high, columns.before]
      .flat()
      .filter((mood) => mood !== null),
  );
  const [low, high] = [Math.min(...shown, 0), Math.max(...shown, 0.2)];
  const room = 0.08 * (high - low);
  return [Math.max(-1, low - room), Math.min(1, high + room)];
}

export class MoodChart extends LitElement {
  static override properties = {
    drawn: { attribute: false },
    range: { attribute: false },
    small: { type: Boolean },
    label: { attribute: false },
    at: { state: true },
  };

  declare drawn: Drawn;
  declare range: Range | undefined;
  declare small: boolean;
  declare label: string;
  declare at: number | null;

  private plot: uPlot | undefined;
  private watch: ResizeObserver | undefined;
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly redraw = () => this.draw();

  constructor() {
    super();
    this.small = false;
    this.label = "";
    this.at = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener("change", this.redraw);
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener("change", this.redraw);
    this.watch?.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
  }

  protected override render() {
    if (this.small) return html`<div class="plot" aria-hidden="true"></div>`;
    const steps = this.drawn.columns.start.length;
    const at = Math.min(this.at ?? steps - 1, steps - 1);
    const told = stepWords(this.drawn, at);
    const hint = t("Point at the chart, or walk along it with the arrow keys.");
    return html`
      <div
        class="plot"
        tabindex="0"
        role="slider"
        aria-label=${this.label}
        aria-valuemin="1"
        aria-valuemax=${steps}
        aria-valuenow=${at + 1}
        aria-valuetext=${told}
        @keydown=${this.walk}
      ></div>
      <p class="readout" aria-hidden="true">${this.at === null ? hint : told}</p>
    `;
  }

  protected override updated(changes: Map<string, unknown>): void {
    if (!changes.has("drawn") && !changes.has("range")) return;
    if (changes.get("drawn")) this.at = null;
    this.draw();
  }

  private walk(event: KeyboardEvent): void {
    const last = this.drawn.columns.start.length - 1;
    const at = this.at ?? last;
    const wanted = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.point(Math.min(last, Math.max(0, wanted)));
  }

  private point(at: number): void {
    const { columns } = this.drawn;
    this.at = at;
    if (!this.plot) return;
    const left = this.plot.valToPos(middle(columns, at), "x");
    this.plot.setCursor({ left, top: this.plot.valToPos(columns.mood[at] ?? 0, "y") }, false);
  }

  private fit(): void {
    const width = Math.floor(this.clientWidth);
    if (!this.plot) this.draw();
    else if (width > 0 && width !== this.plot.width) this.draw();
  }

  private draw(): void {
    const place = this.querySelector<HTMLElement>(".plot");
    const width = Math.floor(this.clientWidth);
    if (!place || width <= 0 || !this.drawn) return;
    this.plot?.destroy();
    const data = dataOf(this.drawn.columns, this.small) as uPlot.AlignedData;
    this.plot = new uPlot(this.options(width), data, place);
  }

  private options(width: number): uPlot.Options {
    const { drawn, small } = this;
    const { columns } = drawn;
    const colours = this.colours();
    const [low, high] = this.range ?? moodRange([columns]);
    const beneath = small ? 0 : ((high - low) * (VOLUME_PART + BETWEEN)) / (1 - VOLUME_PART - BETWEEN);
    const zone = drawn.whole_days ? "UTC" : timeZone();
    const painter = (plot: uPlot) => new Painter(plot, drawn, colours, small);
    return {
      width,
      height: small ? SMALL_HEIGHT : HEIGHT,
      tzDate: (moment) => uPlot.tzDate(new Date(moment * 1000), zone),
      legend: { show: false },
      padding: small ? [4, 4, 4, 4] : [8, 26, 0, 0],
      cursor: small
        ? { show: false }
        : { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: {
        x: { time: true, range: [columns.start[0] ?? 0, columns.end.at(-1) ?? 1] },
        y: { range: [low - beneath, high] },
      },
      series: seriesOf(colours, small),
      bands: [{ series: [1, 2], fill: colours.band }],
      axes: small ? [{ show: false }, { show: false }] : axesOf(colours, low, high, zone),
      hooks: {
        drawAxes: [(plot) => painter(plot).behind(low, high)],
        draw: [(plot) => painter(plot).above()],
        setCursor: small ? [] : [(plot) => this.follow(plot)],
      },
    };
  }

  private follow(plot: uPlot): void {
    const left = plot.cursor.left ?? -1;
    if (left >= 0) this.at = nearest(this.drawn.columns, plot.posToVal(left, "x"));
  }

  /** The page's colours as a canvas takes them. */
  private colours(): Colours {
    const probe = this.appendChild(document.createElement("i"));
    const of = (name: string) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const colours = {
      ...{ text: of("text"), faint: of("line"), band: of("band"), card: of("card") },
      ...{ negative: of("negative"), positive: of("positive"), neutral: of("neutral") },
      ...{ shade: of("shade"), note: of("note") },
    };
    probe.remove();
    return colours;
  }
}

/** The step whose middle is the nearest to a moment. */
function nearest(columns: Columns, moment: Seconds): number | null {
  let found: number | null = null;
  let least = Infinity;
  for (const at of columns.start.keys()) {
    const distance = Math.abs(middle(columns, at) - moment);
    if (distance < least) [found, least] = [at, distance];
  }
  return found;
}

/** x, high and low of what is usual, mood, the same for the dotted line, and before. */
function dataOf(columns: Columns, small: boolean): (number | null)[][] {
  const middles = [...columns.start.keys()].map((at) => middle(columns, at));
  const { usual_high, usual_low, mood, before } = columns;
  return [middles, usual_high, usual_low, mood, mood, small ? mood.map(() => null) : before];
}

function seriesOf(colours: Colours, small: boolean): uPlot.Series[] {
  const points = { show: false };
  const width = small ? 1.5 : 2;
  return [
    {},
    { scale: "y", width: 0, points },
    { scale: "y", width: 0, points },
    { scale: "y", stroke: colours.text, width, points },
    { scale: "y", stroke: colours.text, width, points, dash: [2, 4], spanGaps: true },
    { scale: "y", stroke: colours.neutral, width: 1.3, points, dash: [7, 3] },
  ];
}

function axesOf(
  colours: Colours,
  low: number,
  high: number,
  zone: string,
): uPlot.Axis[] {
  const plain = { stroke: colours.text, font: FONT, ticks: { show: false } };
  return [
    {
      ...plain,
      grid: { show: false },
      space: 64,
      size: 28,
      values: (_, splits, __, ___, step) => splits.map((at) => timeLabel(at, step, zone)),
    },
    {
      ...plain,
      grid: { stroke: colours.faint, width: 1 },
      size: roomForWords(),
      splits: () => EDGES.filter((edge) => low <= edge && edge <= high),
      values: (_, splits) => splits.map(() => ""), // words stand between them
    },
  ];
}

/** Beside the axis: what moods are called, a word a line. */
function roomForWords(): number {
  const measured = document.createElement("canvas").getContext("2d");
  if (!measured) return 80;
  measured.font = FONT;
  const words = LEVELS.flatMap((level) => levelWords(level).split(" "));
  return 12 + Math.ceil(Math.max(...words.map((word) => measured.measureText(word).width)));
}

/** "9 Nov", and where steps are hours "18:00", with the day at midnight. */
function timeLabel(moment: Seconds, step: number, zone: string): string {
  if (step >= 86_400 || onTheClock(moment).hour === 0) return date(moment, zone);
  return clock(moment);
}

customElements.define("mood-chart", MoodChart);
