// What the bot answers. Moments are seconds since 1970, moods −1..1, shares 0..1, ids texts; what
// is null may not or can't be told.

export type Seconds = number;

export interface Named {
  id: string;
  name: string;
}

export interface Channel extends Named {
  category: string | null;
  kind: string;
}

/** What the bot says, in the reader's language; an empty line begins a paragraph. */
export interface Text {
  title: string;
  lines: string[];
  footer?: string;
}

export const VIEWS = [
  "morning",
  "course",
  "compare",
  "channels",
  "week",
  "coverage",
  "notes",
  "my-data",
] as const;

export interface Me {
  csrf: string;
  language: string;
  expires: Seconds;
  guild: Named & { time_zone: string };
  member: Named;
  rights: { moods: boolean; live: boolean };
  lost: string | null;
  views: (typeof VIEWS)[number][];
  channels: Channel[];
  periods: { code: string; label: string }[];
  period: string;
  look_backs: { days: number; label: string }[];
}

/** One figure a step, or null for a gap. */
type Figures = (number | null)[];

/** One entry a step in each. */
export interface Columns {
  start: Seconds[];
  end: Seconds[];
  mood: Figures;
  low: Figures;
  high: Figures;
  usual: Figures;
  usual_low: Figures;
  usual_high: Figures;
  before: Figures;
  messages: number[];
  hidden: boolean[];
}

export interface Stretch {
  began: Seconds;
  until: Seconds;
  over: Seconds | null;
}

export interface Moment {
  at: Seconds;
  kind: string;
  label: string;
  text: string;
}

/** What a chart shows. Whole days are days of UTC. */
export interface Drawn {
  columns: Columns;
  unusual: Stretch[];
  moments: Moment[];
  whole_days: boolean;
}

export interface Course {
  live: boolean;
  since: Seconds;
  until: Seconds;
  whole_days: boolean;
  name: string;
  text: Text;
  description: string;
  columns: Columns | null;
  watched: boolean;
  unusual: Stretch[];
  moments: Moment[];
}

export interface Shares {
  negative: number;
  neutral: number;
  positive: number;
  messages: number;
}

export interface Comparison extends Course {
  shares: { now: Shares; before: Shares | null; clear: boolean };
}

export interface Multiple {
  channel: Named;
  mood: number | null;
  columns: Columns | null;
  unusual: Stretch[];
}

export interface Channels {
  live: boolean;
  whole_days?: boolean;
  text: Text;
  description: string;
  page: number;
  pages: number;
  channels: Multiple[] | null;
}

export interface Week {
  text: Text;
  description: string;
  weekdays: string[];
  mood: Figures[] | null;
  messages: number[][];
}

export interface Episode extends Stretch {
  id: string;
  channel: Named;
  verdict: "over" | "probably" | "too early" | "not yet";
  verdict_words: string;
  negative: number;
  messages: number;
  usual: number;
  slide: boolean;
}

export interface Morning {
  since: Seconds;
  until: Seconds;
  text: Text;
  unusual: Episode[];
  strips: { channel: Named; columns: Columns | null; unusual: Stretch[] }[];
}

export interface EpisodeAnswer {
  episode: Episode;
  over: Text;
  /** How often chance alone makes something like it. */
  chance: string;
  people: Text;
  course: { columns: Columns | null; unusual: Stretch[]; moments: Moment[] };
}

export interface Before {
  text: Text;
  falls: (Stretch & { id: string; channels: Named[] })[];
}

export interface Message {
  number: number;
  conversation: number;
  at: Seconds;
  author: string;
  text: string;
  label: "negative" | "neutral" | "positive" | "unsure" | "not_scored";
  label_words: string;
  reply: boolean;
  edited: boolean;
  turned: boolean;
  thread: string | null;
  link: string;
}

export interface Messages {
  title: string;
  began: Seconds;
  until: Seconds;
  messages: Message[];
  earlier: string | null;
  later: string | null;
  notes: string[];
}

export interface Coverage {
  text: Text;
  hidden: boolean;
  messages: number;
  parts: { part: string; messages: number; share: number; words: string }[];
  /** What came of the labels that moderators marked, in the whole server. */
  marks: Text;
}

export interface Note extends Moment {
  id: string;
  channel: Named | null;
}

export interface MyData {
  text: Text;
  opted_out: boolean;
  messages: number;
  ask: Partial<Record<Wish | "stays", string>>;
}

export type Wish = "opt-out" | "forget" | "opt-in";
