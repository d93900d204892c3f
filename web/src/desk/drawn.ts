// A chart with what belongs to it: its legend, what happened, the same as a table, and as files.
import { type TemplateResult, html, nothing } from "lit";
import "./chart";
import type { Drawn, Moment } from "./answers";
import { type Query, guildPath } from "./requests";
import { digits, stepMood, stepRange, stepTime } from "./spans";
import { dayAndClock, signed, span, t } from "./words";
import type { Desk } from "./view";

/** The curve and all of it; `label` says what it shows. */
export function chart(drawn: Drawn, label: string): TemplateResult {
  return html`
    <mood-chart .drawn=${drawn} .label=${label}></mood-chart>
    ${legend(drawn)} ${happened(drawn)} ${table(drawn)}
  `;
}

function legend({ columns, unusual, moments }: Drawn) {
  const usual = columns.usual_low.some((each) => each !== null);
  const gaps = columns.mood.some((each) => each === null);
  const entries: [boolean, string, string][] = [
    [usual, "usual", t("usual")],
    [usual, "below", t("below usual")],
    [usual, "above", t("above usual")],
    [columns.low.some((each) => each !== null), "range", t("likely range")],
    [unusual.length > 0, "stretch", t("unusual stretch")],
    [gaps, "gap", t("too few messages to tell")],
    [columns.before.some((each) => each !== null), "before", t("the period before")],
    [moments.length > 0, "note", t("what happened")],
  ];
  const shown = entries.filter(([there]) => there);
  return html`<ul class="legend" aria-hidden="true">
    ${shown.map(([, kind, words]) => html`<li class=${kind}>${words}</li>`)}
  </ul>`;
}

function happened({ moments, unusual }: Drawn) {
  if (!moments.length && !unusual.length) return nothing;
  return html`
    ${moments.length
      ? html`<h3>${t("What happened")}</h3>
          <ol class="happened">
            ${moments.map((moment) => html`<li>${momentWords(moment)}</li>`)}
          </ol>`
      : nothing}
    ${unusual.length
      ? html`<h3>${t("Unusual stretches")}</h3>
          <ul>
            ${unusual.map(
              ({ began, until, over }) =>
                html`<li>
                  ${over === null
                    ? t("since {time}", { time: dayAndClock(began) })
                    : span(began, until)}
                </li>`,
            )}
          </ul>`
      : nothing}
  `;
}

/** "Sun 22 Nov, 18:37: slow mode (no spoilers, please)" */
export function momentWords({ at, label, text }: Moment): string {
  return `${dayAndClock(at)}: ${label}${text ? ` (${text})` : ""}`;
}

function table(drawn: Drawn): TemplateResult {
  const { columns } = drawn;
  const usual = columns.usual_low.some((each) => each !== null);
  const before = columns.before.some((each) => each !== null);
  const places = digits(drawn);
  return html`<details class="as-table">
    <summary>${t("As a table")}</summary>
    <div class="wide" tabindex="0" role="region" aria-label=${t("As a table")}>
      <table>
        <caption>
          ${t("Moods go from −1, all negative, to +1, all positive.")}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("When")}</th>
            <th scope="col">${t("Mood")}</th>
            <th scope="col">${t("Messages")}</th>
            ${usual ? html`<th scope="col">${t("Usual mood")}</th>` : nothing}
            ${before ? html`<th scope="col">${t("The period before")}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${columns.start.map(
            (_, at) => html`<tr>
              <th scope="row">${stepTime(drawn, at)}</th>
              <td>${stepMood(drawn, at)}</td>
              <td>${columns.messages[at]}</td>
              ${usual
                ? html`<td>
                    ${stepRange(columns.usual_low[at], columns.usual_high[at], places) || "–"}
                  </td>`
                : nothing}
              ${before
                ? html`<td>${figure(columns.before[at] ?? null, places)}</td>`
                : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function figure(mood: number | null, places: number): string {
  return mood === null ? "–" : signed(mood, places);
}

/** Links to what is seen as files; CSVs only for who may have them. */
export function files(desk: Desk, view: string, query: Query): TemplateResult {
  const path = (ending: string) => guildPath(desk.me, `${view}.${ending}`, query);
  const { live } = desk.me.rights;
  return html`<p class="line files">
    ${live ? html`<a class="button" download href=${path("csv")}>${t("Save as CSV")}</a>` : nothing}
    <a class="button" download href=${path("png")}>${t("Save as picture")}</a>
  </p>`;
}
