// A view is an address: which view, which period, which channels. Back, reload and sharing work.

export const VIEWS = [
  "morning",
  "curve",
  "week",
  "channels",
  "compare",
  "coverage",
  "messages",
  "you",
] as const;

export type ViewName = (typeof VIEWS)[number];

export interface Address {
  view: ViewName;
  /** "24h", "7d", … or two dates: "2026-11-03..2026-11-08"; "": what the view has by default. */
  period: string;
  /** Ids; none: all that may be read. */
  channels: string[];
  page: number;
  /** "channel:began:until" of an episode, and ":from" of a page of its messages. */
  episode: string;
}

export const PERIODS = ["24h", "7d", "30d", "90d"] as const;

const START: Address = { view: "morning", period: "", channels: [], page: 1, episode: "" };

const PERIOD = /^(\d{1,4}[hd]|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)$/;
const IDS = /^\d{1,20}(,\d{1,20})*$/;
const EPISODE = /^\d{1,20}(:\d{1,20}){2,3}$/;

/** What an address bar says; whatever makes no sense in it is left out. */
export function read(location: Pick<Location, "pathname" | "search">): Address {
  const asked = new URLSearchParams(location.search);
  const of = (name: string, form: RegExp) => {
    const value = asked.get(name) ?? "";
    return form.test(value) ? value : "";
  };
  const channels = of("channels", IDS);
  return {
    view: VIEWS.find((view) => `/${view}` === location.pathname) ?? START.view,
    period: of("period", PERIOD),
    channels: channels ? channels.split(",") : [],
    page: Number(of("page", /^[1-9]\d{0,3}$/)) || 1,
    episode: of("episode", EPISODE),
  };
}

export function write(address: Address): string {
  const asked = new URLSearchParams();
  if (address.period) asked.set("period", address.period);
  if (address.channels.length) asked.set("channels", address.channels.join(","));
  if (address.page > 1) asked.set("page", String(address.page));
  if (address.episode) asked.set("episode", address.episode);
  const query = asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `/${address.view}${query ? `?${query}` : ""}`;
}

/** The address of another view, or of this one with something changed; it begins on page 1. */
export function changed(from: Address, to: Partial<Address>): Address {
  return { ...from, page: 1, episode: "", ...to };
}
