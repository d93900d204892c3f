/** Pictures of people and of custom emoji, drawn here: nothing is fetched from elsewhere. */

import type { User } from "./discord";
import { nameOf } from "./discord";

// White on each of them has a contrast of at least 4.5:1.
const GROUNDS = ["#4752c4", "#1f7a40", "#a63d00", "#9b2c6f", "#7a4fb5", "#1d6f8f", "#8a5a00", "#b8272b"];

const drawn = new Map<string, string>();

/** An SVG with somebody's first letter, or the bot's barometer, as an address for `src`. */
export function avatarOf(user: User): string {
  const known = drawn.get(user.id);
  if (known) return known;
  const letter = [...nameOf(user)][0] ?? "?";
  const picture = user.bot ? barometer() : lettered(letter, groundOf(user.id), 20);
  drawn.set(user.id, picture);
  return picture;
}

/** A custom emoji: its name's first letters on a ground of its own. */
export function emojiPicture(name: string, id: string): string {
  return lettered([...name].slice(0, 2).join(""), groundOf(id), 8);
}

function groundOf(id: string): string {
  const sum = [...id].reduce((total, digit) => (total * 31 + digit.charCodeAt(0)) % 9973, 0);
  return GROUNDS[sum % GROUNDS.length] as string;
}

function lettered(letters: string, ground: string, radius: number): string {
  const size = letters.length > 1 ? 17 : 20;
  return svg(
    `<rect width="40" height="40" rx="${radius}" fill="${ground}"/>` +
      `<text x="20" y="21" fill="#fff" font-family="sans-serif" font-size="${size}" ` +
      `font-weight="600" text-anchor="middle" dominant-baseline="central">${escaped(letters)}</text>`,
  );
}

function barometer(): string {
  return svg(
    '<rect width="40" height="40" rx="20" fill="#10375c"/>' +
      '<path d="M8 25a12 12 0 0 1 24 0" fill="none" stroke="#8fc2ff" stroke-width="3"/>' +
      '<path d="M8 25a12 12 0 0 1 6-10.4" fill="none" stroke="#f0883e" stroke-width="3"/>' +
      '<path d="M20 25l7-8" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>' +
      '<circle cx="20" cy="25" r="2.8" fill="#fff"/>',
  );
}

function svg(inner: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inner}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
