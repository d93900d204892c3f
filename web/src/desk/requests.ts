// Asking the bot. Who asks is known by the session's cookie, and a change needs its word as well.
import type { Me } from "./answers";

export type Query = Record<string, string | number>;

/** A path of the server that somebody looks at, and what is asked of it. */
export function guildPath(me: Me, path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== "") asked.set(name, String(value));
  }
  const text = asked.toString();
  return `/api/guilds/${me.guild.id}/${path}${text ? `?${text}` : ""}`;
}
