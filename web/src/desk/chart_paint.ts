// What is painted on a chart's canvas beside uPlot's lines.
import type uPlot from "uplot";
import type { Colours } from "./chart";
import type { Course, Step } from "./answers";
import { EDGES, moodWords } from "./moods";
import { date, t } from "./words";

const MOST_DOTS = 62;
const MOST_WHISKERS = 45;

/** The middle of a step, in seconds. */
export function middle(step: Step): number {
  return (step.start.getTime() + step.end.getTime()) / 2000;
}

/** Behind the lines: unusual stretches, and how sure each mood is. */
export function paintBehind(plot: uPlot, course: Course, colours: Colours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.fillStyle = colours.shade;
  for (const { began, until } of course.unusual) {
    const left = Math.max(bbox.left, across(plot, began.getTime() / 1000) - 1);
    const right = Math.min(bbox.left + bbox.width, across(plot, until.getTime() / 1000) + 2);
    ctx.fillRect(left, bbox.top, Math.max(3, right - left), bbox.height);
  }
  ctx.restore();
}

const LEAST_ROOM = 24;

/** What moods are called, beside the axis, where there is room for two lines. */
export function paintMoodWords(plot: uPlot, low: number, high: number, colours: Colours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = font(12, false);
  ctx.fillStyle = colours.text;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  EDGES.slice(1).forEach((edge, at) => {
    const from = Math.max(low, EDGES[at] ?? -1);
    const to = Math.min(high, edge);
    if (up(plot, from) - up(plot, to) < LEAST_ROOM * devicePixelRatio) return;
    const lines = moodWords((Math.max(-1, EDGES[at] ?? -1) + edge) / 2).split(" ");
    lines.forEach((line, n) => {
      const y = up(plot, (from + to) / 2) + (n - (lines.length - 1) / 2) * 13 * devicePixelRatio;
      ctx.fillText(line, bbox.left - 8 * devicePixelRatio, y);
    });
  });
  ctx.restore();
}

/** Above them: what is outside the usual, the likely ranges, dots, and what happened. */
export function paintAbove(plot: uPlot, course: Course, colours: Colours, small: boolean): void {
  const { ctx } = plot;
  ctx.save();
  paintOutside(plot, course.steps, colours);
  if (!small) paintMargins(plot, course.steps, colours);
  paintDots(plot, course.steps, colours, small);
  if (!small) {
    paintMoments(plot, course, colours);
    paintExtremes(plot, course.steps, colours);
    paintVolumeTitle(plot, colours);
  }
  ctx.restore();
}

function across(plot: uPlot, seconds: number): number {
  return plot.valToPos(seconds, "x", true);
}

function up(plot: uPlot, mood: number): number {
  return plot.valToPos(mood, "y", true);
}

interface Known {
  x: number;
  mood: number;
  low: number;
  high: number;
}

/** The runs of neighbouring steps of which both the mood and the usual are known, in pixels. */
function runs(plot: uPlot, steps: Step[]): Known[][] {
  const found: Known[][] = [[]];
  for (const step of steps) {
    if (step.mood === null || step.usual === null) {
      if (found[found.length - 1]?.length) found.push([]);
      continue;
    }
    found[found.length - 1]?.push({
      x: across(plot, middle(step)),
      mood: up(plot, step.mood),
      low: up(plot, step.usual.low),
      high: up(plot, step.usual.high),
    });
  }
  return found.filter((run) => run.length > 1);
}

function paintOutside(plot: uPlot, steps: Step[], colours: Colours): void {
  const { ctx, bbox } = plot;
  for (const run of runs(plot, steps)) {
    for (const edge of ["low", "high"] as const) {
      const end = edge === "low" ? bbox.top + bbox.height : bbox.top;
      ctx.save();
      path(ctx, run.map((at) => [at.x, at[edge]]), run.map((at) => [at.x, end]));
      ctx.clip();
      path(ctx, run.map((at) => [at.x, at.mood]), run.map((at) => [at.x, at[edge]]));
      ctx.globalAlpha = 0.8;
      ctx.fillStyle = edge === "low" ? colours.negative : colours.positive;
      ctx.fill();
      ctx.restore();
    }
  }
}

/** What lies between two lines. */
function path(ctx: CanvasRenderingContext2D, one: number[][], other: number[][]): void {
  ctx.beginPath();
  [...one, ...other.reverse()].forEach(([x = 0, y = 0], at) => {
    if (at) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  });
  ctx.closePath();
}

function paintMargins(plot: uPlot, steps: Step[], colours: Colours): void {
  const { ctx } = plot;
  const many = steps.length > MOST_WHISKERS;
  ctx.strokeStyle = colours.neutral;
  ctx.globalAlpha = many ? 0.45 : 0.9;
  ctx.lineWidth = (many ? 1 : 1.5) * devicePixelRatio;
  for (const step of steps) {
    if (step.mood === null || !step.margin) continue;
    const x = across(plot, middle(step));
    ctx.beginPath();
    ctx.moveTo(x, up(plot, Math.max(-1, step.mood - step.margin)));
    ctx.lineTo(x, up(plot, Math.min(1, step.mood + step.margin)));
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function paintDots(plot: uPlot, steps: Step[], colours: Colours, small: boolean): void {
  const { ctx } = plot;
  const all = !small && steps.length <= MOST_DOTS;
  steps.forEach((step, at) => {
    const alone = steps[at - 1]?.mood == null && steps[at + 1]?.mood == null;
    if (step.mood === null || !(all || alone)) return;
    ctx.beginPath();
    ctx.arc(across(plot, middle(step)), up(plot, step.mood), size(small), 0, 2 * Math.PI);
    ctx.fillStyle = colourOf(step, colours);
    ctx.fill();
    ctx.strokeStyle = colours.text;
    ctx.lineWidth = devicePixelRatio;
    ctx.stroke();
  });
}

function size(small: boolean): number {
  return (small ? 2 : 3.2) * devicePixelRatio;
}

function colourOf(step: Step, colours: Colours): string {
  if (step.mood === null || step.usual === null) return colours.neutral;
  if (step.mood < step.usual.low) return colours.negative;
  return step.mood > step.usual.high ? colours.positive : colours.neutral;
}

/** A line a note, with the number that it has in the list beneath the chart. */
function paintMoments(plot: uPlot, course: Course, colours: Colours): void {
  const { ctx, bbox } = plot;
  ctx.strokeStyle = ctx.fillStyle = colours.note;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.font = font(12, true);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  course.moments.forEach((moment, at) => {
    const x = across(plot, moment.at.getTime() / 1000);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top + 14 * devicePixelRatio);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(String(at + 1), x, bbox.top);
  });
}

/** The date at the lowest and at the highest step. */
function paintExtremes(plot: uPlot, steps: Step[], colours: Colours): void {
  const known = steps.filter((step) => step.mood !== null);
  if (known.length < 5) return;
  const by = (a: Step, b: Step) => (a.mood ?? 0) - (b.mood ?? 0);
  const ordered = [...known].sort(by);
  const [lowest, highest] = [ordered[0], ordered[ordered.length - 1]];
  const { ctx, bbox } = plot;
  ctx.font = font(12, true);
  ctx.fillStyle = colours.text;
  ctx.textBaseline = "middle";
  for (const step of [lowest, highest]) {
    if (!step) continue;
    const x = across(plot, middle(step));
    const right = x > bbox.left + bbox.width / 2;
    ctx.textAlign = right ? "right" : "left";
    const beside = (right ? -9 : 9) * devicePixelRatio;
    outlined(ctx, date(step.start), x + beside, up(plot, step.mood ?? 0), colours.card);
  }
}

/** A text that stays readable on a line. */
function outlined(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  around: string,
): void {
  ctx.strokeStyle = around;
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.lineJoin = "round";
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

function paintVolumeTitle(plot: uPlot, colours: Colours): void {
  const { ctx, bbox } = plot;
  const most = plot.scales.volume?.max ?? 0;
  const top = plot.valToPos(most, "volume", true);
  const base = bbox.top + bbox.height;
  const y = base - (base - top) * 0.24 - 14 * devicePixelRatio;
  ctx.font = font(11, false);
  ctx.fillStyle = colours.text;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  outlined(ctx, t("Messages judged"), bbox.left + 4 * devicePixelRatio, y, colours.card);
}

function font(size: number, bold: boolean): string {
  return `${bold ? "600 " : ""}${size * devicePixelRatio}px system-ui, sans-serif`;
}
