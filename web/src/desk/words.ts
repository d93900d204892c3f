// Words, numbers and times in the reader's language, and the server's time zone.
//
// A sentence's English text is its id, as in the bot's catalogues (bot/locales/README.md); what
// there is of it in the reader's language comes from GET /api/words. Sentences stand in double
// quotes right behind t( or tn(: so a test finds them, and holds them against the catalogue.

type Values = Record<string, string | number>;

interface Catalogue {
  locale: string;
  words: Record<string, string | string[]>;
}

const FORMS = ["zero", "one", "two", "few", "many", "other"];
const MINUS = "\u2212";
const DAY = 86_400_000;

let catalogue: Catalogue = { locale: "en-GB", words: {} };
let zone = "UTC";
let plural = new Intl.PluralRules("en-GB");
let forms = ["one", "other"];

export function speak(spoken: Catalogue): void {
  catalogue = spoken;
  plural = new Intl.PluralRules(spoken.locale);
  const categories = plural.resolvedOptions().pluralCategories as string[];
  forms = FORMS.filter((form) => categories.includes(form));
  document.documentElement.lang = spoken.locale;
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
  const said = catalogue.words[message];
  return filled(typeof said === "string" && said ? said : message, values);
}

/** The same for a number of things, which stands in the sentence as {number}. */
export function tn(one: string, many: string, number: number, values: Values = {}): string {
  const said = catalogue.words[one];
  const found = Array.isArray(said) ? said[formOf(number, said.length)] : undefined;
  return filled(found || (number === 1 ? one : many), { number, ...values });
}

/** Which of a message's plural forms a number takes; gettext lists them in the order of FORMS. */
function formOf(number: number, length: number): number {
  return Math.min(length - 1, Math.max(0, forms.indexOf(plural.select(number))));
}

function filled(message: string, values: Values): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** 1234 → "1,234" */
export function number(value: number): string {
  return new Intl.NumberFormat(catalogue.locale).format(value);
}

/** 0.256 → "26%" */
export function percent(share: number): string {
  return new Intl.NumberFormat(catalogue.locale, { style: "percent" }).format(share);
}

/** 0.08 → "0.08", with so many digits. */
export function decimal(value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(catalogue.locale, options).format(value);
}

/** A mood with its sign: 0.234 → "+0.23", and as rough as it is known: "+0.2". */
export function signed(mood: number, digits = 2): string {
  const text = decimal(Math.abs(mood), digits);
  if (Math.abs(mood) < 0.5 / 10 ** digits) return text;
  return (mood > 0 ? "+" : MINUS) + text;
}

/** ["a", "b", "c"] → "a, b and c" */
export function listed(items: string[]): string {
  return new Intl.ListFormat(catalogue.locale, { type: "conjunction" }).format(items);
}

/** With a capital letter at its beginning. */
export function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase(catalogue.locale) + words.slice(1);
}

type Style = Intl.DateTimeFormatOptions;

const CLOCK: Style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DATE: Style = { day: "numeric", month: "short" };
const WEEKDAY: Style = { weekday: "short", ...DATE };

function formatted(moment: Date, style: Style, timeZone = zone): string {
  return new Intl.DateTimeFormat(catalogue.locale, { ...style, timeZone }).format(moment);
}

/** "17:07" */
export function clock(moment: Date): string {
  return formatted(moment, CLOCK);
}

/** "6 Nov" */
export function date(moment: Date, timeZone = zone): string {
  return formatted(moment, DATE, timeZone);
}

/** "Fri 6 Nov" */
export function day(moment: Date, timeZone = zone): string {
  return formatted(moment, WEEKDAY, timeZone);
}

/** "Fri 6 Nov, 17:07" */
export function dayAndClock(moment: Date): string {
  return `${day(moment)}, ${clock(moment)}`;
}

/** "Friday" */
export function weekday(moment: Date): string {
  return formatted(moment, { weekday: "long" });
}

/** From one moment to another: "Fri 6 Nov, 17:07–22:00", with both days where they differ. */
export function span(since: Date, until: Date): string {
  if (day(since) === day(until)) {
    if (clock(since) === clock(until)) return dayAndClock(since);
    return `${dayAndClock(since)}–${clock(until)}`;
  }
  return t("{since} to {until}", { since: dayAndClock(since), until: dayAndClock(until) });
}

/** The weekdays from Monday on: "Mon" or "Monday". */
export function weekdays(style: "short" | "long"): string[] {
  const monday = Date.UTC(2024, 0, 1);
  return [0, 1, 2, 3, 4, 5, 6].map((n) =>
    formatted(new Date(monday + n * DAY), { weekday: style }, "UTC"),
  );
}

/** Which day, hour and minute it is by the clock of the server's zone. */
export function onTheClock(moment: Date): { day: number; hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...CLOCK,
    timeZone: zone,
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const midnight = Date.UTC(of("year"), of("month") - 1, of("day"));
  return { day: midnight / DAY, hour: of("hour"), minute: of("minute") };
}
