// Words, numbers and times in the reader's language, and the server's time zone.
//
// A sentence's English text is its id, as in the bot's catalogues (bot/locales/README.md); what
// there is of it in the reader's language comes from GET /api/words. Sentences stand in double
// quotes right behind t( or tn(: so a test finds them, and holds them against the catalogue.

import type { Seconds } from "./answers";

type Values = Record<string, string | number>;

interface Catalogue {
  language: string;
  words: Record<string, string>;
}

const MINUS = "\u2212";
const DAY = 86_400;

/** English dates are read the same on both sides of the Atlantic, as in the bot's own. */
const ENGLISH = "en-GB";

let language = ENGLISH;
let words: Catalogue["words"] = {};
let zone = "UTC";

export function speak(catalogue: Catalogue): void {
  ({ words } = catalogue);
  language = catalogue.language === "en" ? ENGLISH : catalogue.language;
  document.documentElement.lang = catalogue.language;
}

/** The language that the words are in, as the bot names it. */
export function spokenLanguage(): string {
  return document.documentElement.lang;
}

/** Times are told on the clock of this IANA zone from now on. */
export function tellTimeIn(wanted: string): void {
  zone = wanted;
}

export function timeZone(): string {
  return zone;
}

/** A sentence in the reader's language, with its {placeholders} filled in. */
export function t(message: string, values: Values = {}): string {
  return (words[message] || message).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** The same for a number of things, which stands in the sentence as {number}. */
export function tn(one: string, many: string, count: number, values: Values = {}): string {
  const single = new Intl.PluralRules(language).select(count) === "one";
  return t(single ? one : many, { number: count, ...values });
}

/** 1234 → "1,234" */
export function number(value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** 0.256 → "26%" */
export function percent(share: number): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(share);
}

/** 0.08 → "0.08", with so many digits. */
export function decimal(value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, options).format(value);
}

/** A mood with its sign: 0.234 → "+0.23", and as rough as it is known: "+0.2". */
export function signed(mood: number, digits = 2): string {
  const text = decimal(Math.abs(mood), digits);
  if (Math.abs(mood) < 0.5 / 10 ** digits) return text;
  return (mood > 0 ? "+" : MINUS) + text;
}

type Style = Intl.DateTimeFormatOptions;

const CLOCK: Style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DATE: Style = { day: "numeric", month: "short" };
const WEEKDAY: Style = { weekday: "short", ...DATE };

function formatted(moment: Seconds, style: Style, timeZone = zone): string {
  return new Intl.DateTimeFormat(language, { ...style, timeZone }).format(moment * 1000);
}

/** "17:07" */
export function clock(moment: Seconds): string {
  return formatted(moment, CLOCK);
}

/** "6 Nov" */
export function date(moment: Seconds, timeZone = zone): string {
  return formatted(moment, DATE, timeZone);
}

/** "Fri 6 Nov" */
export function day(moment: Seconds, timeZone = zone): string {
  return formatted(moment, WEEKDAY, timeZone);
}

/** "Fri 6 Nov, 17:07" */
export function dayAndClock(moment: Seconds): string {
  return `${day(moment)}, ${clock(moment)}`;
}

/** From one moment to another: "Fri 6 Nov, 17:07–22:00", with both days where they differ. */
export function span(since: Seconds, until: Seconds): string {
  if (day(since) === day(until)) {
    if (clock(since) === clock(until)) return dayAndClock(since);
    return `${dayAndClock(since)}–${clock(until)}`;
  }
  return t("{since} to {until}", { since: dayAndClock(since), until: dayAndClock(until) });
}

/** The weekdays from Monday on: "Mon" or "Monday". */
export function weekdays(style: "short" | "long"): string[] {
  const monday = Date.UTC(2024, 0, 1) / 1000;
  return [0, 1, 2, 3, 4, 5, 6].map((n) =>
    formatted(monday + n * DAY, { weekday: style }, "UTC"),
  );
}

/** The hour and minute by the clock of the server's zone, and the day as days since 1970. */
export function onTheClock(moment: Seconds): { day: number; hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...CLOCK,
    timeZone: zone,
  }).formatToParts(moment * 1000);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const midnight = Date.UTC(of("year"), of("month") - 1, of("day")) / 1000;
  return { day: midnight / DAY, hour: of("hour"), minute: of("minute") };
}

/** The day of a calendar in the server's zone: "2026-11-03". */
export function calendarDay(moment: Seconds): string {
  return new Date(onTheClock(moment).day * DAY * 1000).toISOString().slice(0, 10);
}

/** When a day of a calendar ("2026-11-03") begins in the server's zone; null if it is none. */
export function midnight(day: string): Seconds | null {
  const utc = Date.parse(`${day}T00:00:00Z`) / 1000;
  if (Number.isNaN(utc)) return null;
  let found = utc;
  for (const _ of [1, 2]) {
    const there = onTheClock(found);
    found += utc - (there.day * DAY + there.hour * 3600 + there.minute * 60);
  }
  return found;
}
