// How much of what was written the moods are made of.
import { html, nothing, svg } from "lit";
import type { Coverage } from "./answers";
import { files } from "./drawn";
import { type View, ask, filterQuery, textOf, withoutItems } from "./view";
import { number, percent } from "./words";

export const coverage: View<Coverage> = {
  filters: { period: true, channels: true },
  load: (desk, signal) => ask(desk, "coverage", filterQuery(desk.address), signal),
  title: (answer) => answer.text.title,
  show: (answer, desk) => html`
    <div class="card">
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
      ${textOf(withoutItems(answer.text))} ${files(desk, "coverage", filterQuery(desk.address), false)}
    </div>
  `,
};
