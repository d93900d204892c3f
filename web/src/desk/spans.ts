// Steps and periods of time as people read them.
import type { Course, Step, Window } from "./answers";
import { moodWords } from "./moods";
import { clock, date, day, dayAndClock, decimal, onTheClock, signed, t, tn, weekday as weekdayOf } from "./words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whole days are days of UTC, as everybody sees them; others are those of the server's clock. */
function zoneOf(window: Window): string | undefined {
  return window.whole_days ? "UTC" : undefined;
}

/** When a step was: "Sun 22 Nov", or "Sun 22 Nov, 18:00–19:00". */
export function stepTime(step: Step, window: Window): string {
  if (window.whole_days) return day(step.start, "UTC");
  const length = step.end.getTime() - step.start.getTime();
  if (length > 23 * HOUR) return day(step.start);
  return t("{day}, {since}–{until}", {
    day: day(step.start),
    since: clock(step.start),
    until: clock(step.end),
  });
}

/** How exactly a mood of such a window is known, in digits. */
export function digits(window: Window): number {
  return window.whole_days ? 1 : 2;
}

/** "slightly negative (−0.21, give or take 0.08)" */
export function stepMood(step: Step, window: Window): string {
  if (step.mood === null) {
    return step.hidden ? t("hidden: too few people wrote") : t("too few messages to tell");
  }
  const figure = signed(step.mood, digits(window));
  if (!step.margin) return t("{words} ({figure})", { words: moodWords(step.mood), figure });
  return t("{words} ({figure}, give or take {margin})", {
    words: moodWords(step.mood),
    figure,
    margin: decimal(step.margin, digits(window)),
  });
}

export function stepUsual(step: Step): string {
  if (step.usual === null) return "";
  return t("{low} to {high}", { low: signed(step.usual.low), high: signed(step.usual.high) });
}

/** A step of a course, in a sentence. */
export function stepWords(course: Course, at: number): string {
  const step = course.steps[at];
  if (!step) return "";
  const { window } = course;
  const parts = [
    stepMood(step, window),
    window.whole_days
      ? tn("about {number} message", "about {number} messages", step.messages)
      : tn("{number} message", "{number} messages", step.messages),
  ];
  if (step.usual) parts.push(t("usual {span}", { span: stepUsual(step) }));
  if (step.before !== null) {
    const mood = signed(step.before, digits(window));
    parts.push(t("the period before {mood}", { mood }));
  }
  return `${stepTime(step, window)}: ${parts.join("; ")}`;
}

/** A window as the end of a title: "22–28 Nov" in the reader's way. */
export function windowWords(window: Window): string {
  const zone = zoneOf(window);
  const last = new Date(window.until.getTime() - HOUR);
  if (window.until.getTime() - window.since.getTime() <= 2 * DAY && !window.whole_days) {
    return t("{since} to {until}", {
      since: dayAndClock(window.since),
      until: dayAndClock(window.until),
    });
  }
  if (date(window.since, zone) === date(last, zone)) return day(last, zone);
  return t("{since} to {until}", { since: day(window.since, zone), until: day(last, zone) });
}

const PARTS_END = [5, 12, 17, 22, 24];

/** When something began: "yesterday evening", "Sunday evening", "the evening of 8 Nov". */
export function partOfDay(moment: Date, now: Date): string {
  const local = onTheClock(moment);
  const part = PARTS_END.findIndex((end) => local.hour < end);
  const days = onTheClock(now).day - local.day;
  if (days < 2) return (days ? yesterday() : today())[part] ?? "";
  if (days < 7) return thisWeek(moment)[part] ?? "";
  return earlier(moment)[part] ?? "";
}

function today(): string[] {
  return [
    t("early this morning"),
    t("this morning"),
    t("this afternoon"),
    t("this evening"),
    t("late this evening"),
  ];
}

function yesterday(): string[] {
  return [
    t("early yesterday"),
    t("yesterday morning"),
    t("yesterday afternoon"),
    t("yesterday evening"),
    t("late yesterday evening"),
  ];
}

function thisWeek(moment: Date): string[] {
  const weekday = weekdayOf(moment);
  return [
    t("early on {weekday}", { weekday }),
    t("{weekday} morning", { weekday }),
    t("{weekday} afternoon", { weekday }),
    t("{weekday} evening", { weekday }),
    t("late on {weekday}", { weekday }),
  ];
}

function earlier(moment: Date): string[] {
  const when = { date: date(moment) };
  return [
    t("early on {date}", when),
    t("the morning of {date}", when),
    t("the afternoon of {date}", when),
    t("the evening of {date}", when),
    t("late on {date}", when),
  ];
}
