// Which hours of the week are bright, and which are dark.
import { html, nothing } from "lit";
import "./week_map";
import type { Week } from "./answers";
import { files } from "./drawn";
import { LEVELS, levelWords } from "./moods";
import { type View, ask, filterQuery, firstLine, otherLines } from "./view";
import { signed, t, weekdays } from "./words";

export const week: View<Week> = {
  filters: { period: "hours back or dates", channels: true },
  load: (desk, signal) => ask(desk, "week", filterQuery(desk.address), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => html`
    <div class="card">
      ${firstLine(answer.text)}
      ${answer.mood
        ? html`
            <week-grid .week=${answer} .label=${answer.description}></week-grid>
            <ul class="keys" aria-hidden="true">
              ${LEVELS.map((each) => html`<li class="mood-${each}">${levelWords(each)}</li>`)}
            </ul>
            ${table(answer)}
          `
        : nothing}
      ${otherLines(answer.text)}
      ${answer.mood ? files(desk, "week", filterQuery(desk.address)) : nothing}
    </div>
  `,
};

function table({ mood, messages }: Week) {
  return html`<details class="as-table">
    <summary>${t("As a table")}</summary>
    <div class="wide" tabindex="0" role="region" aria-label=${t("As a table")}>
      <table>
        <caption>
          ${t("Moods go from −1, all negative, to +1, all positive; behind them, the messages.")}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${weekdays("short").map((day) => html`<th scope="col">${day}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...Array(24).keys()].map(
            (hour) => html`<tr>
              <th scope="row">${hour}:00</th>
              ${[0, 1, 2, 3, 4, 5, 6].map(
                (day) => html`<td>${cell(mood?.[day]?.[hour] ?? null, messages[day]?.[hour])}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function cell(mood: number | null, messages = 0): string {
  return mood === null ? "–" : `${signed(mood)} (${messages})`;
}
