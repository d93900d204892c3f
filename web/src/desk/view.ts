// What every view is: something to ask for, and how the answer is shown.
import { type TemplateResult, html, nothing } from "lit";
import { request } from "../shared/http";
import { type Address, changed, read, write } from "./address";
import type { Me, Text } from "./answers";
import { type Query, guildPath } from "./requests";

/** Who looks, at what, and what they can do there. */
export interface Desk {
  me: Me;
  address: Address;
  /** Ask the bot to do something; throws `RequestFailed`. */
  post<T>(path: string, body: object): Promise<T>;
  /** Ask for the view again, since something has changed. */
  reload(): Promise<void>;
}

/** What can be chosen: how many hours or days back from now, or also from one date to another; and
    which channels. */
export interface Filters {
  period: "days back" | "hours back" | "hours back or dates" | null;
  channels: boolean;
}

export interface View<Answer> {
  filters: Filters;
  load(desk: Desk, signal: AbortSignal): Promise<Answer>;
  title(answer: Answer): string;
  show(answer: Answer, desk: Desk): TemplateResult;
}

export function ask<T>(desk: Desk, path: string, query: Query, signal: AbortSignal): Promise<T> {
  return request<T>("GET", guildPath(desk.me, path, query), undefined, signal);
}

/** What the address says of period and channels, as the server takes it. */
export function filterQuery(address: Address, dates = true): Query {
  return {
    period: dates || !isDated(address.period) ? address.period : "",
    channels: address.channels.join(","),
    page: address.page > 1 ? address.page : "",
  };
}

/** Whether it is told by its dates, not back from now. */
export function isDated(period: string): boolean {
  return period.includes("-");
}

/** A view of the server that somebody is in; of a shared link to another one nothing is kept. */
export function linkTo({ me, address }: Desk, to: Partial<Address>): string {
  const { id } = me.guild;
  const here = address.guild === id ? address : { ...read(""), guild: id };
  return write(changed(here, to));
}

/** What the bot says, in paragraphs; its title stands over the view. */
export function textOf(text: Text): TemplateResult {
  return html`
    ${paragraphs(text.lines).map((lines) => html`<p>${lines.map(line)}</p>`)}
    ${text.footer ? html`<p class="quiet">${text.footer}</p>` : nothing}
  `;
}

/** What comes first: how it was. A picture may stand between that and the rest. */
export function firstLine({ lines: [first] }: Text): TemplateResult | typeof nothing {
  return first ? html`<p>${first}</p>` : nothing;
}

export function otherLines(text: Text): TemplateResult {
  return textOf({ ...text, lines: text.lines.slice(1) });
}

/** The same without its lines about single things, where these stand beside it with more. */
export function withoutItems(text: Text): Text {
  return { ...text, lines: text.lines.filter((line) => !/^[•🔻]/u.test(line)) };
}

function line(said: string, at: number) {
  return at ? html`<br />${said}` : said;
}

function paragraphs(lines: string[]): string[][] {
  const found: string[][] = [[]];
  for (const said of lines) {
    if (said) found[found.length - 1]?.push(said);
    else found.push([]);
  }
  return found.filter((each) => each.length);
}
