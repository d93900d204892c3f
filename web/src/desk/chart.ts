// A mood over time: the curve with what is usual behind it, how sure it is, and volume beneath.
// uPlot draws the axes, lines and bars; what it has no notion of is painted by chart_paint.ts.
import { LitElement, html, nothing } from "lit";
import uPlot from "uplot";
import type { Course, Step } from "./answers";
import { middle, paintAbove, paintBehind, paintMoodWords } from "./chart_paint";
import { EDGES } from "./moods";
import { clock, date, onTheClock, t, timeZone } from "./words";
import { stepWords } from "./spans";

const HEIGHT = 330;
const SMALL_HEIGHT = 84;
const VOLUME_PART = 0.24;
const NARROW = 520;

export interface Colours {
  text: string;
  faint: string;
  band: string;
  negative: string;
  positive: string;
  neutral: string;
  shade: string;
  note: string;
  card: string;
}

/** The moods that a scale has to hold, with some room; on one scale if of several courses. */
export function moodRange(courses: Course[]): [number, number] {
  const shown = courses.flatMap((course) => course.steps.flatMap(reach));
  const low = Math.min(...shown, 0);
  const high = Math.max(...shown, 0.2);
  const room = 0.08 * (high - low);
  return [Math.max(-1, low - room), Math.min(1, high + room)];
}

function reach(step: Step): number[] {
  const usual = step.usual === null ? [] : [step.usual.low, step.usual.high];
  const before = step.before === null ? [] : [step.before];
  if (step.mood === null) return [...usual, ...before];
  return [...usual, ...before, step.mood - step.margin, step.mood + step.margin];
}

export class MoodChart extends LitElement {
  static override properties = {
    course: { attribute: false },
    range: { attribute: false },
    small: { type: Boolean },
    label: { attribute: false },
    at: { state: true },
  };

  declare course: Course;
  declare range: [number, number] | undefined;
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
    const steps = this.course.steps;
    const at = this.at ?? steps.length - 1;
    const told = steps[at] === undefined ? "" : stepWords(this.course, at);
    return html`
      <div
        class="plot"
        tabindex="0"
        role="slider"
        aria-label=${this.label}
        aria-valuemin="1"
        aria-valuemax=${steps.length}
        aria-valuenow=${at + 1}
        aria-valuetext=${told}
        @keydown=${this.walk}
      ></div>
      <p class="readout" aria-hidden="true">
        ${this.at === null
          ? html`<span class="faint">${t("Point at the chart, or walk along it with the arrow keys.")}</span>`
          : told || nothing}
      </p>
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("course") || changed.has("range")) this.draw();
  }

  private walk(event: KeyboardEvent): void {
    const last = this.course.steps.length - 1;
    const at = this.at ?? last;
    const wanted = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.point(Math.min(last, Math.max(0, wanted)));
  }

  private point(at: number): void {
    const step = this.course.steps[at];
    if (!this.plot || !step) return;
    const left = this.plot.valToPos(middle(step), "x");
    const top = this.plot.valToPos(step.mood ?? 0, "y");
    this.plot.setCursor({ left, top }, false);
    this.at = at;
  }

  private fit(): void {
    const width = Math.floor(this.clientWidth);
    if (!this.plot || width <= 0) this.draw();
    else if (width !== this.plot.width) {
      this.plot.setSize({ width, height: this.plot.height });
    }
  }

  private draw(): void {
    const place = this.querySelector<HTMLElement>(".plot");
    const width = Math.floor(this.clientWidth);
    if (!place || width <= 0 || !this.course) return;
    this.plot?.destroy();
    const columns = columnsOf(this.course, this.small);
    this.plot = new uPlot(this.options(width), columns as uPlot.AlignedData, place);
  }

  private options(width: number): uPlot.Options {
    const colours = this.colours();
    const { course, small } = this;
    const [low, high] = this.range ?? moodRange([course]);
    const bottom = small ? low : low - ((high - low) * VOLUME_PART) / (1 - VOLUME_PART);
    const most = Math.max(1, ...course.steps.map((step) => step.messages));
    const since = course.window.since.getTime() / 1000;
    const until = course.window.until.getTime() / 1000;
    return {
      width,
      height: small ? SMALL_HEIGHT : HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), timeZone()),
      legend: { show: false },
      padding: small ? [4, 4, 4, 4] : [10, 10, 0, 0],
      cursor: small
        ? { show: false }
        : { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: {
        x: { time: true, range: [since, until] },
        y: { range: [bottom, high] },
        volume: { range: [0, most / VOLUME_PART] },
      },
      series: seriesOf(colours, small),
      bands: [{ series: [1, 2], fill: colours.band }],
      axes: small ? [{ show: false }, { show: false }] : this.axes(colours, width, low, high),
      hooks: {
        drawAxes: [
          (plot) => {
            paintBehind(plot, course, colours);
            if (!small) paintMoodWords(plot, low, high, colours);
          },
        ],
        draw: [(plot) => paintAbove(plot, course, colours, small)],
        setCursor: small ? [] : [(plot) => this.follow(plot)],
      },
    };
  }

  private axes(colours: Colours, width: number, low: number, high: number): uPlot.Axis[] {
    const font = "12px system-ui, sans-serif";
    const line = { stroke: colours.faint, width: 1 };
    const narrow = width < NARROW;
    return [
      {
        ...{ stroke: colours.text, font, ticks: { show: false }, grid: { show: false } },
        space: 64,
        size: 28,
        values: (_, splits, __, ___, step) => splits.map((at) => timeLabel(at, step)),
      },
      {
        ...{ stroke: colours.text, font, ticks: { show: false }, grid: line },
        size: narrow ? 62 : 78,
        splits: () => EDGES.filter((edge) => low <= edge && edge <= high),
        values: (_, splits) => splits.map(() => ""), // words stand between them
      },
    ];
  }

  private follow(plot: uPlot): void {
    const left = plot.cursor.left ?? -1;
    if (left < 0) return;
    const at = nearest(this.course.steps, plot.posToVal(left, "x"));
    if (at !== null) this.at = at;
  }

  private colours(): Colours {
    const style = getComputedStyle(this);
    const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
      ...{ text: of("text"), faint: of("line"), band: of("band"), card: of("card") },
      ...{ negative: of("negative"), positive: of("positive"), neutral: of("neutral") },
      ...{ shade: of("shade"), note: of("note") },
    };
  }
}

/** The step in which a moment (in seconds) lies, or the nearest. */
function nearest(steps: Step[], seconds: number): number | null {
  let found: number | null = null;
  let least = Infinity;
  steps.forEach((step, at) => {
    const distance = Math.abs(middle(step) - seconds);
    if (distance < least) [found, least] = [at, distance];
  });
  return found;
}

/** x, high and low of what is usual, mood, the same for the dotted line, before, and volume. */
function columnsOf(course: Course, small: boolean): (number | null)[][] {
  const of = (value: (step: Step) => number | null) => course.steps.map(value);
  const moods = of((step) => step.mood);
  return [
    of(middle),
    of((step) => step.usual?.high ?? null),
    of((step) => step.usual?.low ?? null),
    moods,
    moods,
    of((step) => (small ? null : step.before)),
    of((step) => (small ? null : step.messages)),
  ];
}

function seriesOf(colours: Colours, small: boolean): uPlot.Series[] {
  const points = { show: false };
  const width = small ? 1.5 : 2;
  const bars = uPlot.paths.bars?.({ size: [0.72, 40] });
  return [
    {},
    { scale: "y", width: 0, points },
    { scale: "y", width: 0, points },
    { scale: "y", stroke: colours.text, width, points },
    { scale: "y", stroke: colours.text, width, points, dash: [2, 4], spanGaps: true },
    { scale: "y", stroke: colours.neutral, width: 1.3, points, dash: [7, 3] },
    { scale: "volume", fill: colours.neutral, width: 0, points, ...(bars && { paths: bars }) },
  ];
}

/** "9 Nov", and where steps are hours "18:00", with the day at midnight. */
function timeLabel(seconds: number, step: number): string {
  const moment = new Date(seconds * 1000);
  const { hour } = onTheClock(moment);
  return step >= 86_400 || hour === 0 ? date(moment) : clock(moment);
}

customElements.define("mood-chart", MoodChart);

declare global {
  interface HTMLElementTagNameMap {
    "mood-chart": MoodChart;
  }
}
