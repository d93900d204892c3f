// Steps and periods of time as people read them.
import type { Columns, Drawn, Seconds } from "./answers";
import { moodWords } from "./moods";
import { clock, day, signed, t, tn } from "./words";

const HOUR = 3600;

/** How exactly moods are known, in digits: published days are as rough as everybody may know. */
export function digits(drawn: { whole_days: boolean }): number {
  return drawn.whole_days ? 1 : 2;
}

/** The middle of a step. */
export function middle(columns: Columns, at: number): Seconds {
  return ((columns.start[at] ?? 0) + (columns.end[at] ?? 0)) / 2;
}

/** When a step was: "Sun 22 Nov", or "Sun 22 Nov, 18:00–19:00". */
export function stepTime({ columns, whole_days }: Drawn, at: number): string {
  const [start = 0, end = 0] = [columns.start[at], columns.end[at]];
  if (whole_days) return day(start, "UTC");
  if (end - start > 22 * HOUR) return day(start);
  return t("{day}, {since}–{until}", { day: day(start), since: clock(start), until: clock(end) });
}

/** "slightly negative (−0.21, likely −0.29 to −0.13)" */
export function stepMood(drawn: Drawn, at: number): string {
  const { columns } = drawn;
  const mood = columns.mood[at] ?? null;
  if (mood === null) {
    return columns.hidden[at] ? t("hidden, as too few people wrote") : t("too few messages to tell");
  }
  const figure = signed(mood, digits(drawn));
  const likely = stepRange(columns.low[at], columns.high[at], digits(drawn));
  if (!likely) return t("{words} ({figure})", { words: moodWords(mood), figure });
  return t("{words} ({figure}, likely {range})", {
    words: moodWords(mood),
    figure,
    range: likely,
  });
}

/** "−0.29 to −0.13"; "" where it is not known. */
export function stepRange(
  low: number | null | undefined,
  high: number | null | undefined,
  places: number,
): string {
  if (low == null || high == null) return "";
  return t("{low} to {high}", { low: signed(low, places), high: signed(high, places) });
}

/** A step, in a sentence. */
export function stepWords(drawn: Drawn, at: number): string {
  const { columns } = drawn;
  const number = columns.messages[at] ?? 0;
  const parts = [
    stepMood(drawn, at),
    drawn.whole_days
      ? tn("about {number} message", "about {number} messages", number)
      : tn("{number} message", "{number} messages", number),
  ];
  const usual = stepRange(columns.usual_low[at], columns.usual_high[at], digits(drawn));
  if (usual) parts.push(t("usual {range}", { range: usual }));
  const before = columns.before[at] ?? null;
  if (before !== null) {
    parts.push(t("the period before {mood}", { mood: signed(before, digits(drawn)) }));
  }
  return `${stepTime(drawn, at)}: ${parts.join("; ")}`;
}
