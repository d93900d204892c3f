// What a moderator asks first: what is unusual, since when, and is it over?
import { html, nothing } from "lit";
import type { Address } from "./address";
import type { Episode, Morning } from "./answers";
import { moodRange } from "./chart";
import { small } from "./channels";
import { files } from "./drawn";
import { type Desk, type View, ask, linkTo, textOf, withoutItems } from "./view";
import { percent, span, t, tn } from "./words";

const DAY = 86_400;

export const morning: View<Morning> = {
  filters: { period: "days back", channels: true },
  load: (desk, signal) => ask(desk, "morning", queryOf(desk), signal),
  title: (answer) => answer.text.title || t("Overview"),
  show: (answer, desk) => html`
    <div class="card ${answer.unusual.length ? "" : "calm"}">
      ${textOf(withoutItems(answer.text))}
      ${answer.unusual.length
        ? html`<ul class="episodes">
            ${answer.unusual.map((each) => html`<li class="episode line apart">${one(each, desk)}</li>`)}
          </ul>`
        : nothing}
    </div>
    ${strips(answer, desk)}
  `,
};

function queryOf({ address }: Desk) {
  return { back: address.back, channels: address.channels.join(",") };
}

function one(episode: Episode, desk: Desk) {
  const { channel, verdict } = episode;
  return html`
    <div>
      <h3>#${channel.name}</h3>
      <p>
        <b>${figures(episode)}</b><br />
        <span class="quiet">${span(episode.began, episode.until)}</span>
      </p>
    </div>
    <p class="line">
      <span class="verdict ${verdict === "not yet" ? "open" : ""}">${episode.verdict_words}</span>
      <a class="button" href=${linkTo(desk, { view: "episode", episode: episode.id })}>
        ${t("Which messages?")}<span class="unseen"> #${channel.name}</span>
      </a>
      <a class="button" href=${linkTo(desk, curveOf(episode))}>
        ${t("Show its curve")}<span class="unseen"> #${channel.name}</span>
      </a>
    </p>
  `;
}

/** The channel alone, so far back that the episode is in it. */
function curveOf({ channel, began }: Episode): Partial<Address> {
  const recent = began > Date.now() / 1000 - 6 * DAY;
  return { view: "course", channels: [channel.id], period: recent ? "168" : "720" };
}

/** "30 of 37 messages negative; usually 8%" */
function figures({ negative, messages, usual, slide }: Episode): string {
  const said = tn(
    "{negative} of {number} message negative; usually {usual}",
    "{negative} of {number} messages negative; usually {usual}",
    messages,
    { negative, usual: percent(usual) },
  );
  return slide ? `${said}. ${slideWords()}` : said;
}

/** How an episode went that had no moment at which it turned. */
export function slideWords(): string {
  return t("A bit darker than usual, message after message.");
}

/** A thin chart a channel, those that were unusual first. */
function strips(answer: Morning, desk: Desk) {
  const shown = answer.strips.filter(({ columns }) => columns !== null);
  if (!shown.length) return nothing;
  const range = moodRange(shown.map(({ columns }) => columns).filter((each) => each !== null));
  const title = t("The channels, {span}", { span: span(answer.since, answer.until) });
  const charts = html`<ul class="multiples">
      ${shown.map(
        (strip) => html`<li>
          <a
            class="multiple"
            href=${linkTo(desk, { view: "course", channels: [strip.channel.id], period: "168" })}
          >
            <b>#${strip.channel.name}</b>
            ${strip.columns ? small(strip.columns, strip, range) : nothing}
            <span class=${strip.unusual.length ? "marked" : "quiet"}>
              ${strip.unusual.length
                ? strip.unusual.map(({ began, until }) => span(began, until)).join("; ")
                : t("nothing unusual")}
            </span>
          </a>
        </li>`,
      )}
    </ul>
    ${files(desk, "morning", queryOf(desk))}`;
  // A good day is one calm line; whoever wants to see more may.
  return answer.unusual.length
    ? html`<section class="card"><h3>${title}</h3>${charts}</section>`
    : html`<details class="card"><summary>${title}</summary>${charts}</details>`;
}
