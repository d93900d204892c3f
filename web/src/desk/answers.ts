// What the bot answers, as the page holds it: moments are Dates, moods −1..1, shares 0..1.

export interface Channel {
  id: string;
  name: string;
  category: string | null;
}

export interface Me {
  guild: { id: string; name: string };
  member: { name: string };
  locale: string;
  time_zone: string;
  moderator: boolean;
  expires: Date;
  rights_seconds: number;
  channels: Channel[];
  kept_days: number;
}

export interface Usual {
  low: number;
  middle: number;
  high: number;
}

export interface Step {
  start: Date;
  end: Date;
  mood: number | null;
  margin: number;
  messages: number;
  usual: Usual | null;
  before: number | null;
  hidden: boolean;
}

export interface Stretch {
  began: Date;
  until: Date;
  over: Date | null;
}

export type MomentKind = "model" | "voice" | "slow mode" | "event" | "rule" | "raid" | "other";

export interface Moment {
  at: Date;
  kind: MomentKind;
  text: string;
}

export interface Window {
  since: Date;
  until: Date;
  step_seconds: number;
  whole_days: boolean;
}

export interface Course {
  name: string;
  channel_id: string | null;
  window: Window;
  steps: Step[];
  mood: number | null;
  change: number | null;
  watched: boolean;
  unusual: Stretch[];
  moments: Moment[];
}

export interface Cell {
  mood: number | null;
  messages: number;
}

/** By weekday, Monday first, and hour. */
export interface WeekMap {
  window: Window;
  cells: Cell[][];
}
