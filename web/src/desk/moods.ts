// A mood (−1..1) and shares of messages as people read them.
import { signed, t, tn } from "./words";

export type Level = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** The least mood of each step, on either side of balanced; as in bot/render/words.py. */
const STEPS = [0.1, 0.3, 0.6] as const;

/** Where one step ends and the next begins, from −1 to 1. */
export const EDGES = [-1, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 1];

/** 0.45 → 2, −0.7 → −3 */
export function level(mood: number): Level {
  const steps = STEPS.filter((least) => Math.abs(mood) >= least).length;
  return (mood < 0 ? -steps || 0 : steps) as Level;
}

export const LEVELS: readonly Level[] = [-3, -2, -1, 0, 1, 2, 3];

/** 0.45 → "mostly positive" */
export function moodWords(mood: number): string {
  return levelWords(level(mood));
}

export function levelWords(of: Level): string {
  switch (of) {
    case -3:
      return t("very negative");
    case -2:
      return t("mostly negative");
    case -1:
      return t("slightly negative");
    case 0:
      return t("balanced");
    case 1:
      return t("slightly positive");
    case 2:
      return t("mostly positive");
    case 3:
      return t("very positive");
  }
}

/** "slightly negative (−0.21)" */
export function moodAndFigure(mood: number, digits = 2): string {
  return t("{words} ({figure})", { words: moodWords(mood), figure: signed(mood, digits) });
}

export function messagesWords(messages: number): string {
  return tn("{number} message", "{number} messages", messages);
}
