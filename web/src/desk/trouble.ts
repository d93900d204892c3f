// What is in the way of a view, as it is told.
import { type TemplateResult, html, nothing } from "lit";
import { RequestFailed } from "../shared/http";
import { t } from "./words";

const SOON_MS = 10_000;
const LATER_MS = 30_000;
const LATEST_MS = 300_000;

export interface Trouble {
  /** Nobody is in; not allowed; rights can't be known, so nothing is shown; anything else. */
  kind: "out" | "refused" | "unreachable" | "failed";
  sentence: string;
  /** Whether it may be over in a while, by itself: then the page asks for the view again, too. */
  passes: boolean;
  /** After so many milliseconds the page asks again. */
  again: number;
}

/** What an error means; what lasts is asked about more and more seldom. */
export function troubleOf(error: unknown, before: Trouble | null): Trouble {
  const found = meaningOf(error);
  if (!found.passes || !before?.passes) return found;
  return { ...found, again: Math.min(LATEST_MS, 2 * before.again) };
}

function meaningOf(error: unknown): Trouble {
  if (!(error instanceof RequestFailed)) {
    console.error(error);
    return failed(null, false);
  }
  const { status, sentence } = error;
  switch (status) {
    case 0:
      return unreachable(t("The bot can't be reached. Is it running?"));
    case 401: {
      // The server knows the browser's language alone, the page that of who was in.
      const said = t(
        "To see this, use /sentiment open in Discord and follow the link it gives you.",
      );
      return { ...failed(said, false), kind: "out" };
    }
    case 403:
      return { ...failed(sentence, false), kind: "refused" };
    case 503: {
      const said = t("Discord can't be asked what you may see, so nothing is shown.");
      return unreachable(sentence ?? said);
    }
    default:
      return failed(sentence, status >= 500 || status === 429);
  }
}

export function otherServer(): Trouble {
  const sentence = t("This link is about another server. Ask /sentiment open there.");
  return { ...failed(sentence, false), kind: "refused" };
}

function unreachable(sentence: string): Trouble {
  return { kind: "unreachable", sentence, passes: true, again: SOON_MS };
}

function failed(sentence: string | null, passes: boolean): Trouble {
  const said = t("Something went wrong. The bot's log says more.");
  const again = passes ? SOON_MS : LATER_MS;
  return { kind: "failed", sentence: sentence ?? said, passes, again };
}

/** The sentence, with a button where it is worth another try at once. */
export function told({ kind, sentence, passes }: Trouble, again: () => void): TemplateResult {
  return html`
    <p role="alert">${sentence}</p>
    ${passes ? html`<p class="quiet">${t("This page keeps trying by itself.")}</p>` : nothing}
    ${kind === "out"
      ? html`<p class="quiet">${t("You'll come back to the view that you were looking at.")}</p>`
      : html`<button type="button" @click=${again}>${t("Try again")}</button>`}
  `;
}

/** All of the page, while nobody is known or their rights are not. */
export function alone(trouble: Trouble | null, again: () => void): TemplateResult {
  return html`<main class="frame alone">
    <div class="card">
      <h1>Barometer</h1>
      ${trouble ? told(trouble, again) : html`<p class="quiet">${t("Loading …")}</p>`}
    </div>
  </main>`;
}
