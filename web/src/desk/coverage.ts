// How much of what was written the moods are made of.
import { html, nothing, svg } from "lit";
import type { Coverage } from "./answers";
import { files } from "./drawn";
import { type View, ask, filterQuery, firstLine, otherLines, textOf, withoutItems } from "./view";
import { number, percent } from "./words";

export const coverage: View<Coverage> = {
  filters: { period: "hours back", channels: true },
  load: (desk, signal) => ask(desk, "coverage", filterQuery(desk.address, false), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => html`
    <div class="card">
      ${firstLine(answer.text)}
      ${answer.parts.length
        ? html`<ul class="parts">
            ${answer.parts.map(
              ({ messages, share, words }) => html`<li>
                <b>${number(messages)}</b> (${percent(share)}): ${words}
                <svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  ${svg`<rect class="share" width=${share * 100} height="10"></rect>`}
                </svg>
              </li>`,
            )}
          </ul>`
        : nothing}
      ${otherLines(withoutItems(answer.text))}
      ${answer.parts.length ? files(desk, "coverage", filterQuery(desk.address, false)) : nothing}
    </div>
    <section class="card">
      <h3>${answer.marks.title}</h3>
      ${textOf(answer.marks)}
    </section>
  `,
};

