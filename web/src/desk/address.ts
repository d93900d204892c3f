// A view is an address: which view, which period, which channels. Back, reload and sharing work.
// It stands behind the #: so the server does not learn from a shared link what somebody looked at.
import { VIEWS } from "./answers";

export type ViewName = (typeof VIEWS)[number] | "episode";

export interface Address {
  /** The server that it is about; "" until that is known. */
  guild: string;
  /** null: the first of those that may be seen. */
  view: ViewName | null;
  /** Hours back from now, or from when until when, in hours since 1970; "": the usual. */
  period: string;
  /** Days that the morning looks back; 0: since yesterday morning. */
  back: number;
  /** Ids of channels; none: all that may be read. */
  channels: string[];
  page: number;
  /** The id of an episode, and with which message the page of its messages begins. */
  episode: string;
  from: string;
}

const PATH = /^#\/(\d{1,20})\/([a-z-]{1,20})$/;
const FORMS = {
  period: /^\d{1,7}(-\d{1,7})?$/,
  back: /^\d{1,3}$/,
  channels: /^\d{1,20}(,\d{1,20}){0,24}$/,
  page: /^[1-9]\d{0,3}$/,
  episode: /^[\w.:-]{1,120}$/,
  from: /^[\w.:-]{1,40}$/,
};

/** What stands behind a #; whatever makes no sense in it is left out. */
export function read(hash: string): Address {
  const [path = "", query = ""] = hash.split("?", 2);
  const [, guild = "", name = ""] = PATH.exec(path) ?? [];
  const asked = new URLSearchParams(query);
  const of = (field: keyof typeof FORMS) => {
    const value = asked.get(field) ?? "";
    return FORMS[field].test(value) ? value : "";
  };
  const channels = of("channels");
  const view = [...VIEWS, "episode" as const].find((each) => each === name) ?? null;
  const episode = of("episode");
  return {
    guild,
    view: view === "episode" && !episode ? null : view,
    period: of("period"),
    back: Number(of("back")),
    channels: channels ? channels.split(",") : [],
    page: Number(of("page")) || 1,
    episode,
    from: of("from"),
  };
}

export function write(address: Address): string {
  const asked = new URLSearchParams();
  if (address.period) asked.set("period", address.period);
  if (address.back) asked.set("back", String(address.back));
  if (address.channels.length) asked.set("channels", address.channels.join(","));
  if (address.page > 1) asked.set("page", String(address.page));
  if (address.episode) asked.set("episode", address.episode);
  if (address.from) asked.set("from", address.from);
  const query = asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `#/${address.guild}/${address.view ?? ""}${query ? `?${query}` : ""}`;
}

/** Another view of the same, or this one with something changed; it begins on page 1. */
export function changed(from: Address, to: Partial<Address>): Address {
  return { ...from, page: 1, episode: "", from: "", ...to };
}

const KEY = "barometer-view";
const KEPT_MS = 30 * 60_000;

/** Keep a view for whoever has to enter first, in a page of its own. */
export function remember(address: Address): void {
  if (!address.guild || !address.view) return;
  const kept = JSON.stringify({ view: write(address), at: Date.now() });
  try {
    localStorage.setItem(KEY, kept);
  } catch {
    // Where nothing may be stored, people begin with the morning.
  }
}

/** The view that was kept, once. */
export function remembered(): Address | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as unknown;
    localStorage.removeItem(KEY);
    if (typeof kept !== "object" || kept === null) return null;
    const { view, at } = kept as { view?: unknown; at?: unknown };
    if (typeof view !== "string" || typeof at !== "number") return null;
    return Date.now() - at < KEPT_MS ? read(view) : null;
  } catch {
    return null;
  }
}
