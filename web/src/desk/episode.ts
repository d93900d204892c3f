// One episode: is it over, which messages, who was there, and had we this before?
import { type TemplateResult, html, nothing } from "lit";
import { RequestFailed } from "../shared/http";
import type { Before, EpisodeAnswer, Message, Messages } from "./answers";
import { chart, files } from "./drawn";
import { slideWords } from "./morning";
import { type Desk, type View, ask, linkTo, textOf, withoutItems } from "./view";
import { clock, dayAndClock, onTheClock, span, t } from "./words";

interface Answer extends EpisodeAnswer {
  before: Before;
  /** Or the sentence that says why they are not shown here. */
  talk: Messages | string;
}

export const episode: View<Answer> = {
  filters: { period: null, channels: false },
  load: async (desk, signal) => {
    const path = pathOf(desk);
    const from = { from: desk.address.from };
    // The last one after the others: of heavy questions only two are answered at a time.
    const [told, talk] = await Promise.all([
      ask<EpisodeAnswer>(desk, path, {}, signal),
      ask<Messages>(desk, `${path}/messages`, from, signal).catch(whyNot),
    ]);
    return { ...told, talk, before: await ask<Before>(desk, `${path}/before`, {}, signal) };
  },
  title: ({ episode: { channel, began, until } }) => `#${channel.name}, ${span(began, until)}`,
  show: (answer, desk) => html`
    <p>
      <a class="button" href=${linkTo(desk, { view: "morning" })}>${t("Back to the overview")}</a>
    </p>
    <section class="card">
      <h3>${answer.over.title}</h3>
      ${textOf(answer.over)}
      <p>${answer.chance} ${answer.episode.slide ? slideWords() : nothing}</p>
      ${curve(answer)}
      ${files(desk, `${pathOf(desk)}/course`, {})}
    </section>
    ${talk(answer, desk)}
    <section class="card">
      <h3>${answer.people.title}</h3>
      ${textOf(answer.people)}
    </section>
    ${before(answer.before, desk)}
  `,
};

function pathOf({ address }: Desk): string {
  return `episodes/${encodeURIComponent(address.episode)}`;
}

/** The text of some channels is not shown here, but the rest may be told. */
function whyNot(error: unknown): string {
  const told = error instanceof RequestFailed && error.status === 403 ? error.sentence : null;
  if (told === null) throw error;
  return told;
}

function curve({ course }: EpisodeAnswer) {
  const { columns, unusual, moments } = course;
  if (!columns) return nothing;
  const drawn = { columns, unusual, moments, whole_days: false };
  return chart(drawn, t("The mood from a day before until now"));
}

function talk({ talk: found, episode: { id } }: Answer, desk: Desk): TemplateResult {
  if (typeof found === "string") return html`<section class="card"><p>${found}</p></section>`;
  const page = (from: string) => linkTo(desk, { view: "episode", episode: id, from });
  return html`<section class="card" id="messages">
    <h3>${found.title}</h3>
    <ol class="messages">
      ${found.messages.map(
        (each, at) => html`<li class=${kindOf(each, found.messages[at - 1])}>
          ${message(each, found.messages[0]?.at ?? each.at)}
        </li>`,
      )}
    </ol>
    <p class="line">
      ${found.earlier
        ? html`<a class="button" href=${page(found.earlier)}>${t("Earlier messages")}</a>`
        : nothing}
      ${found.later
        ? html`<a class="button" href=${page(found.later)}>${t("Later messages")}</a>`
        : nothing}
    </p>
    ${found.notes.map((note) => html`<p class="quiet">${note}</p>`)}
  </section>`;
}

/** What follows in the same conversation stands closer. */
function kindOf({ turned, conversation }: Message, before: Message | undefined): string {
  const continued = before?.conversation === conversation;
  return `message ${turned ? "turned" : ""} ${continued ? "continued" : ""}`;
}

const SIGNS = { negative: "▼", neutral: "●", positive: "▲", unsure: "?", not_scored: "–" };

function message(said: Message, first: number): TemplateResult {
  const sameDay = onTheClock(said.at).day === onTheClock(first).day;
  return html`
    <p class="line">
      <span>${sameDay ? clock(said.at) : dayAndClock(said.at)}</span>
      <b>${said.author}</b>
      ${said.reply ? html`<span class="quiet">${t("in reply")}</span>` : nothing}
      ${said.thread ? html`<span class="quiet">${said.thread}</span>` : nothing}
      ${said.edited ? html`<span class="quiet">${t("edited")}</span>` : nothing}
      <span class="label ${said.label}">
        <span aria-hidden="true">${SIGNS[said.label]}</span> ${said.label_words}
      </span>
      ${said.turned ? html`<b>${t("here it turned")}</b>` : nothing}
      <a class="jump" href=${jump(said.link)} target="_blank" rel="noreferrer noopener"
        >${t("Open in Discord")}<span class="unseen">, ${said.author}, ${clock(said.at)}</span></a
      >
    </p>
    <blockquote>${said.text}</blockquote>
  `;
}

/** The link, if it leads to Discord and nowhere else. */
function jump(link: string): string | typeof nothing {
  return link.startsWith("https://discord.com/channels/") ? link : nothing;
}

function before({ text, falls }: Before, desk: Desk): TemplateResult {
  return html`<section class="card">
    <h3>${text.title}</h3>
    ${falls.length
      ? html`<ul class="falls">
          ${falls.map(
            (fall) => html`<li>
              <a href=${linkTo(desk, { view: "episode", episode: fall.id })}
                >${span(fall.began, fall.until)}</a
              >
              ${fall.channels.map(({ name }) => `#${name}`).join(", ")}
            </li>`,
          )}
        </ul>`
      : nothing}
    ${textOf(withoutItems(text))}
  </section>`;
}
