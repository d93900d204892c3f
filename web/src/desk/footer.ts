// Beneath every view: by what rights it is seen, and for how long yet.
import { type TemplateResult, html } from "lit";
import type { Me } from "./answers";
import { clock, t, tn } from "./words";

export function footer(me: Me): TemplateResult {
  const minutes = Math.max(0, Math.ceil((me.expires * 1000 - Date.now()) / 60_000));
  return html`<footer>
    <p>
      ${t(
        "What you see here follows your roles in Discord, and who may use /sentiment. If that changes, this page notices within 30 seconds.",
      )}
      ${tn(
        "You're signed in until {time}, for {number} more minute.",
        "You're signed in until {time}, for {number} more minutes.",
        minutes,
        { time: clock(me.expires) },
      )}
      ${t("All times are those of {zone}. Settings stay in Discord.", { zone: me.guild.time_zone })}
    </p>
  </footer>`;
}
