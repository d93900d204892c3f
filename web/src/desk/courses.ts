// The mood over time, and beside the period before.
import { type TemplateResult, html, nothing, svg } from "lit";
import type { Comparison, Course, Drawn, Shares } from "./answers";
import { chart, files } from "./drawn";
import { type Desk, type Filters, type View, ask, filterQuery, firstLine, otherLines } from "./view";
import { number, percent, t, tn } from "./words";

const FILTERS: Filters = { period: "hours back or dates", channels: true };

export const course: View<Course> = {
  filters: FILTERS,
  load: (desk, signal) => ask(desk, "course", filterQuery(desk.address), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => html`
    <div class="card">
      ${firstLine(answer.text)} ${curve(answer)} ${otherLines(answer.text)}
      ${answer.columns ? files(desk, "course", filterQuery(desk.address)) : nothing}
    </div>
  `,
};

export const compare: View<Comparison> = {
  filters: FILTERS,
  load: (desk, signal) => ask(desk, "compare", filterQuery(desk.address), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => html`
    <div class="card">
      ${firstLine(answer.text)} ${beside(answer, desk)} ${curve(answer)}
      ${otherLines(answer.text)}
      ${answer.columns ? files(desk, "compare", filterQuery(desk.address)) : nothing}
    </div>
  `,
};

function curve(answer: Course): TemplateResult | typeof nothing {
  const { columns, unusual, moments, whole_days } = answer;
  if (!columns) return nothing;
  const drawn: Drawn = { columns, unusual, moments, whole_days };
  return chart(drawn, answer.description);
}

function beside({ shares }: Comparison, desk: Desk) {
  if (!shares) return nothing;
  const { now, before } = shares;
  return html`
    <div class="pair">
      ${bar(t("This period"), now, desk)}
      ${before ? bar(t("The period before"), before, desk) : nothing}
    </div>
  `;
}

const PARTS = ["positive", "neutral", "negative"] as const;

function bar(title: string, shares: Shares, desk: Desk): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    <svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${PARTS.map((part, at) => {
        const x = PARTS.slice(0, at).reduce((sum, each) => sum + shares[each] * 100, 0);
        return slice(part, x, shares[part] * 100);
      })}
    </svg>
    <p>${sharesWords(shares, desk.me.rights.live)}</p>
  </section>`;
}

function slice(part: string, x: number, width: number) {
  return svg`<rect class=${part} x=${x} y="0" width=${width} height="10"></rect>`;
}

/** "58 of 100 messages positive, 30 neutral, 12 negative"; of published days, shares. */
function sharesWords({ negative, neutral, positive, messages }: Shares, exact: boolean): string {
  const said = (share: number) => (exact ? number(Math.round(share * messages)) : percent(share));
  const parts = { positive: said(positive), neutral: said(neutral), negative: said(negative) };
  return exact
    ? tn(
        "Of {number} message {positive} positive, {neutral} neutral, {negative} negative",
        "Of {number} messages {positive} positive, {neutral} neutral, {negative} negative",
        messages,
        parts,
      )
    : tn(
        "About {number} message: {positive} positive, {neutral} neutral, {negative} negative",
        "About {number} messages: {positive} positive, {neutral} neutral, {negative} negative",
        messages,
        parts,
      );
}
