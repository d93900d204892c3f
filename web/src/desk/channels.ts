// The channels beside each other, on one scale; a click shows one of them alone.
import { html, nothing } from "lit";
import "./chart";
import type { Channels, Columns, Multiple } from "./answers";
import { type Range, moodRange } from "./chart";
import { files } from "./drawn";
import { moodAndFigure } from "./moods";
import { type Desk, type View, ask, filterQuery, firstLine, linkTo, otherLines } from "./view";
import { t, tn } from "./words";

export const channels: View<Channels> = {
  // All of them, whichever are chosen elsewhere: here is where they are chosen.
  filters: { period: "hours back or dates", channels: false },
  load: (desk, signal) => ask(desk, "channels", queryOf(desk), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => {
    const shown = answer.channels ?? [];
    const range = moodRange(shown.map(({ columns }) => columns).filter((each) => each !== null));
    return html`
      <div class="card">
        ${firstLine(answer.text)}
        ${desk.address.channels.length
          ? html`<p>
              <a class="button" href=${linkTo(desk, { channels: [] })}>${t("Show all channels")}</a>
            </p>`
          : nothing}
        <ul class="multiples">
          ${shown.map((multiple) => html`<li>${one(multiple, range, !answer.live, desk)}</li>`)}
        </ul>
        ${pages(answer, desk)} ${otherLines(answer.text)}
        ${shown.length ? files(desk, "channels", queryOf(desk)) : nothing}
      </div>
    `;
  },
};

function queryOf({ address }: Desk) {
  return filterQuery({ ...address, channels: [] });
}

function one(multiple: Multiple, range: Range, whole_days: boolean, desk: Desk) {
  const { channel, columns } = multiple;
  return html`<a
    class="multiple"
    aria-current=${desk.address.channels.includes(channel.id)}
    href=${linkTo(desk, { view: "course", channels: [channel.id] })}
  >
    <b>#${channel.name}</b>
    ${columns ? small(columns, multiple, range, whole_days) : nothing}
    <span>${moodOf(multiple, whole_days)}</span>
    ${multiple.unusual.length
      ? html`<span class="marked">
          ${tn("{number} unusual stretch", "{number} unusual stretches", multiple.unusual.length)}
        </span>`
      : nothing}
  </a>`;
}

export function small(
  columns: Columns,
  { unusual }: Pick<Multiple, "unusual">,
  range: Range,
  whole_days = false,
) {
  const drawn = { columns, unusual, moments: [], whole_days };
  return html`<mood-chart small .drawn=${drawn} .range=${range}></mood-chart>`;
}

function moodOf({ mood }: Multiple, whole_days: boolean): string {
  return mood === null ? t("too few messages to tell") : moodAndFigure(mood, whole_days ? 1 : 2);
}

function pages({ page, pages }: Channels, desk: Desk) {
  if (pages < 2) return nothing;
  const at = (wanted: number) => linkTo(desk, { page: wanted });
  return html`<p class="line">
    ${page > 1 ? html`<a class="button" href=${at(page - 1)}>${t("Earlier page")}</a>` : nothing}
    <span>${t("Page {page} of {pages}", { page, pages })}</span>
    ${page < pages ? html`<a class="button" href=${at(page + 1)}>${t("Next page")}</a>` : nothing}
  </p>`;
}
