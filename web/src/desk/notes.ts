// What moderators noted: slow mode, an event, a rule, a raid.
import { html } from "lit";
import type { Note } from "./answers";
import { files, momentWords } from "./drawn";
import { type Desk, type View, ask } from "./view";
import { t } from "./words";

export const notes: View<{ notes: Note[] }> = {
  filters: { period: null, channels: true },
  load: (desk, signal) => ask(desk, "notes", queryOf(desk), signal),
  title: () => t("What moderators noted"),
  show: ({ notes: found }, desk) => html`
    <div class="card">
      ${found.length
        ? html`<ul>
              ${found.map(
                (note) => html`<li>
                  ${momentWords(note)} –
                  ${note.channel ? `#${note.channel.name}` : t("the whole server")}
                </li>`,
              )}
            </ul>
            ${files(desk, "notes", queryOf(desk))}`
        : html`<p>${t("Nothing is noted yet.")}</p>`}
      <p class="quiet">${t("Notes are added in Discord: /sentiment note add")}</p>
    </div>
  `,
};

function queryOf({ address }: Desk) {
  return { channels: address.channels.join(",") };
}
