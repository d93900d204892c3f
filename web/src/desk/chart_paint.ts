// What is painted on a chart's canvas beside uPlot's lines.
import type uPlot from "uplot";
import type { Columns, Drawn, Seconds } from "./answers";
import { EDGES, moodWords } from "./moods";
import { middle } from "./spans";
import { clock, date, t } from "./words";

/** Of a chart's height; bars end there, and a bit above it the lowest mood. */
export const VOLUME_PART = 0.22;
const MOST_DOTS = 62;
const MOST_WHISKERS = 45;
const LEAST_ROOM = 24;
const HOUR = 3600;

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

/** One plot, with what is drawn on it and in which colours. */
export class Painter {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly box: uPlot.BBox;
  private readonly pixel = devicePixelRatio;
  private readonly columns: Columns;

  constructor(
    private readonly plot: uPlot,
    private readonly drawn: Drawn,
    private readonly colours: Colours,
    private readonly small: boolean,
  ) {
    this.ctx = plot.ctx;
    this.box = plot.bbox;
    this.columns = drawn.columns;
  }

  /** Behind the lines: unusual stretches, and what moods are called. */
  behind(low: number, high: number): void {
    this.ctx.save();
    this.unusual();
    if (!this.small) {
      this.moodWords(low, high);
      this.volume();
    }
    this.ctx.restore();
  }

  /** Above them: what is outside the usual, the likely ranges, dots, and what happened. */
  above(): void {
    this.ctx.save();
    this.ctx.setLineDash([]); // uPlot leaves that of its last line
    this.outside();
    if (!this.small) this.margins();
    this.dots();
    if (!this.small) {
      this.moments();
      this.extremes();
    }
    this.ctx.restore();
  }

  private x(moment: Seconds): number {
    return this.plot.valToPos(moment, "x", true);
  }

  private y(mood: number): number {
    return this.plot.valToPos(mood, "y", true);
  }

  private unusual(): void {
    const { ctx, box } = this;
    ctx.fillStyle = this.colours.shade;
    for (const { began, until } of this.drawn.unusual) {
      const left = Math.max(box.left, this.x(began) - this.pixel);
      const right = Math.min(box.left + box.width, this.x(until) + this.pixel);
      ctx.fillRect(left, box.top, Math.max(3 * this.pixel, right - left), box.height);
    }
  }

  /** Beside the axis, where there is room for two lines. */
  private moodWords(low: number, high: number): void {
    const { ctx, box, pixel } = this;
    this.write(12, this.colours.text, "right", "middle");
    EDGES.slice(1).forEach((edge, at) => {
      const below = EDGES[at] ?? -1;
      const [from, to] = [Math.max(low, below), Math.min(high, edge)];
      if (this.y(from) - this.y(to) < LEAST_ROOM * pixel) return;
      const lines = moodWords((below + edge) / 2).split(" ");
      lines.forEach((line, n) => {
        const y = this.y((from + to) / 2) + (n - (lines.length - 1) / 2) * 13 * pixel;
        ctx.fillText(line, box.left - 8 * pixel, y);
      });
    });
  }

  /** The areas between the curve and the edges of what is usual. */
  private outside(): void {
    const { ctx, box } = this;
    for (const run of runs(this.columns)) {
      const points = run.map((at) => ({
        x: this.x(middle(this.columns, at)),
        mood: this.y(this.columns.mood[at] ?? 0),
        low: this.y(this.columns.usual_low[at] ?? 0),
        high: this.y(this.columns.usual_high[at] ?? 0),
      }));
      for (const edge of ["low", "high"] as const) {
        const end = edge === "low" ? box.top + box.height : box.top;
        const usual = points.map((at) => [at.x, at[edge]]);
        ctx.save();
        this.between(usual, points.map((at) => [at.x, end]));
        ctx.clip();
        this.between(points.map((at) => [at.x, at.mood]), usual);
        ctx.globalAlpha = 0.8;
        ctx.fillStyle = edge === "low" ? this.colours.negative : this.colours.positive;
        ctx.fill();
        ctx.restore();
      }
    }
  }

  /** What lies between two lines. */
  private between(one: number[][], other: number[][]): void {
    this.ctx.beginPath();
    [...one, ...other.toReversed()].forEach(([x = 0, y = 0], at) => {
      if (at) this.ctx.lineTo(x, y);
      else this.ctx.moveTo(x, y);
    });
    this.ctx.closePath();
  }

  private margins(): void {
    const { ctx, columns } = this;
    const many = columns.mood.length > MOST_WHISKERS;
    ctx.strokeStyle = this.colours.neutral;
    ctx.globalAlpha = many ? 0.45 : 0.9;
    ctx.lineWidth = (many ? 1 : 1.5) * this.pixel;
    columns.low.forEach((low, at) => {
      const high = columns.high[at] ?? null;
      if (low === null || high === null) return;
      this.line(this.x(middle(columns, at)), this.y(low), this.y(high));
    });
    ctx.globalAlpha = 1;
  }

  /** Upright, from one height to another. */
  private line(x: number, from: number, to: number): void {
    this.ctx.beginPath();
    this.ctx.moveTo(x, from);
    this.ctx.lineTo(x, to);
    this.ctx.stroke();
  }

  /** A dot a step; where they would hide the line, only for steps that no line comes to. */
  private dots(): void {
    const { ctx, columns } = this;
    const all = !this.small && columns.mood.length <= MOST_DOTS;
    ctx.strokeStyle = this.colours.text;
    ctx.lineWidth = this.pixel;
    columns.mood.forEach((mood, at) => {
      const alone = columns.mood[at - 1] == null && columns.mood[at + 1] == null;
      if (mood === null || !(all || alone)) return;
      ctx.beginPath();
      const radius = (this.small ? 2 : 3.2) * this.pixel;
      ctx.arc(this.x(middle(columns, at)), this.y(mood), radius, 0, 2 * Math.PI);
      ctx.fillStyle = this.colourOf(at);
      ctx.fill();
      ctx.stroke();
    });
  }

  private colourOf(at: number): string {
    const [mood, low, high] = [
      this.columns.mood[at] ?? null,
      this.columns.usual_low[at] ?? null,
      this.columns.usual_high[at] ?? null,
    ];
    if (mood !== null && low !== null && mood < low) return this.colours.negative;
    if (mood !== null && high !== null && mood > high) return this.colours.positive;
    return this.colours.neutral;
  }

  /** A line each, with the number that it has in the list beneath the chart. */
  private moments(): void {
    const { ctx, box, pixel } = this;
    this.write(12, this.colours.note, "center", "top", true);
    ctx.strokeStyle = this.colours.note;
    ctx.lineWidth = 1.5 * pixel;
    this.drawn.moments.forEach((moment, at) => {
      const x = this.x(moment.at);
      this.line(x, box.top + 14 * pixel, box.top + box.height);
      ctx.fillText(String(at + 1), x, box.top);
    });
  }

  /** When the lowest and the highest step were. */
  private extremes(): void {
    const { columns, box, pixel } = this;
    const steps = [...columns.mood.keys()].filter((at) => columns.mood[at] != null);
    if (steps.length < 5) return;
    steps.sort((a, b) => (columns.mood[a] ?? 0) - (columns.mood[b] ?? 0));
    const hourly = columns.start.every((start, at) => (columns.end[at] ?? 0) - start <= HOUR);
    for (const at of [steps[0] ?? 0, steps[steps.length - 1] ?? 0]) {
      const x = this.x(middle(columns, at));
      const right = x > box.left + box.width / 2;
      this.write(12, this.colours.text, right ? "right" : "left", "middle", true);
      const start = columns.start[at] ?? 0;
      const said = hourly ? clock(start) : date(start, this.drawn.whole_days ? "UTC" : undefined);
      this.outlined(said, x + (right ? -9 : 9) * pixel, this.y(columns.mood[at] ?? 0));
    }
  }

  /** A bar a step, as wide as its time; the highest takes `VOLUME_PART` of the height. */
  private volume(): void {
    const { ctx, columns, box, pixel } = this;
    const most = Math.max(1, ...columns.messages);
    const full = VOLUME_PART * box.height;
    ctx.fillStyle = this.colours.neutral;
    columns.messages.forEach((messages, at) => {
      const [left, right] = [this.x(columns.start[at] ?? 0), this.x(columns.end[at] ?? 0)];
      const height = (full * messages) / most;
      const width = Math.max(pixel, 0.8 * (right - left));
      ctx.fillRect((left + right - width) / 2, box.top + box.height - height, width, height);
    });
    const words = t("Messages judged (highest bar: {number})", { number: most });
    this.write(11, this.colours.text, "left", "bottom");
    const room = ctx.canvas.width - ctx.measureText(words).width - 4 * pixel; // a phone has little
    const left = Math.max(0, Math.min(box.left + 4 * pixel, room));
    this.outlined(words, left, box.top + box.height - full - 3 * pixel);
  }

  /** A text that stays readable on a line. */
  private outlined(text: string, x: number, y: number): void {
    const { ctx } = this;
    ctx.strokeStyle = this.colours.card;
    ctx.lineWidth = 4 * this.pixel;
    ctx.lineJoin = "round";
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }

  private write(
    size: number,
    colour: string,
    align: CanvasTextAlign,
    baseline: CanvasTextBaseline,
    bold = false,
  ): void {
    const { ctx } = this;
    ctx.font = `${bold ? "600 " : ""}${size * this.pixel}px system-ui, sans-serif`;
    [ctx.fillStyle, ctx.textAlign, ctx.textBaseline] = [colour, align, baseline];
  }
}

/** The runs of neighbouring steps of which both the mood and what is usual are known. */
function runs(columns: Columns): number[][] {
  const found: number[][] = [[]];
  columns.mood.forEach((mood, at) => {
    const both = mood !== null && columns.usual_low[at] != null;
    if (both) found[found.length - 1]?.push(at);
    else if (found[found.length - 1]?.length) found.push([]);
  });
  return found.filter((run) => run.length > 1);
}
