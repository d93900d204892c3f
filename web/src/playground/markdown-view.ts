/** Discord's markdown as DOM. What people wrote becomes text nodes, and never HTML. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { emojiPicture } from "./avatars";
import { isThread } from "./discord";
import { blocks, inlines, plainText, type Block, type Inline } from "./markdown";
import type { Session } from "./session";
import { words } from "./words";

/** A message's or an embed's text. */
export function richText(text: string, session: Session): TemplateResult {
  const parts = blocks(text);
  return html`<span class="rich">${parts.map((block, at) => blockView(block, parts[at - 1], session))}</span>`;
}

/** A text of one line: a title, a label. */
export function richLine(text: string, session: Session): unknown {
  return inlines(text).map((part) => inlineView(part, session));
}

/** What is read aloud of a text. */
export function spoken(text: string, session: Session): string {
  return plainText(text, (part) => nameOfPart(part, session));
}

function blockView(block: Block, before: Block | undefined, session: Session): unknown {
  const inner = "inner" in block ? block.inner.map((part) => inlineView(part, session)) : nothing;
  switch (block.kind) {
    case "code":
      return html`<pre class="code" tabindex="0"><code>${block.text}</code></pre>`;
    case "quote":
      return html`<blockquote>${inner}</blockquote>`;
    case "heading":
      return html`<strong class="heading level-${block.level}">${inner}</strong>`;
    case "item":
      return html`<span class="item depth-${block.depth}">${inner}</span>`;
    case "subtext":
      return html`<small>${inner}</small>`;
    case "paragraph":
      return before ? html`<span class="paragraph">${inner}</span>` : inner;
  }
}

function inlineView(part: Inline, session: Session): unknown {
  const inner = "inner" in part ? part.inner.map((each) => inlineView(each, session)) : nothing;
  switch (part.kind) {
    case "text":
      return part.text;
    case "bold":
      return html`<strong>${inner}</strong>`;
    case "italic":
      return html`<em>${inner}</em>`;
    case "underline":
      return html`<u>${inner}</u>`;
    case "strike":
      return html`<s>${inner}</s>`;
    case "spoiler":
      return html`<page-spoiler .inner=${inner}></page-spoiler>`;
    case "code":
      return html`<code>${part.text}</code>`;
    case "link":
      return linkView(part.url, inner, session);
    case "time":
      return html`<page-time .seconds=${part.seconds} .look=${part.style}></page-time>`;
    case "emoji":
      return html`<img class="emoji" alt=":${part.name}:" title=":${part.name}:" src=${emojiPicture(part.name, part.id)} />`;
    case "command":
    case "everyone":
    case "role":
    case "user":
      return html`<discord-mention type=${part.kind === "command" ? "slash" : part.kind === "role" ? "role" : "user"}>${mentioned(part, session)}</discord-mention>`;
    case "channel":
      return channelView(part.id, session);
  }
}

function mentioned(part: Inline, session: Session): string {
  return nameOfPart(part, session).replace(/^[@/#]/, "");
}

function channelView(id: string, session: Session): unknown {
  const channel = session.view?.channels.find((each) => each.id === id);
  const kind = channel && isThread(channel) ? "thread" : "channel";
  const name = html`<discord-mention type=${kind}>${channel?.name ?? words.unknownChannel}</discord-mention>`;
  return channel
    ? html`<button class="plain" type="button" @click=${() => session.open(id)}>${name}</button>`
    : name;
}

/** A link to a message of this server leads there; others open in a tab of their own. */
function linkView(url: string, inner: unknown, session: Session): TemplateResult {
  const follow = (event: Event): void => {
    if (session.jumpTo(url)) event.preventDefault();
  };
  return html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow" @click=${follow}>${inner}</a>`;
}

function nameOfPart(part: Inline, session: Session): string {
  const view = session.view;
  switch (part.kind) {
    case "user": {
      const member = view?.members.find((each) => each.user.id === part.id);
      return `@${member ? session.nameOf(member.user) : words.unknownUser}`;
    }
    case "role":
      return `@${view?.roles.find((each) => each.id === part.id)?.name ?? words.unknownRole}`;
    case "channel":
      return `#${view?.channels.find((each) => each.id === part.id)?.name ?? words.unknownChannel}`;
    case "command":
      return `/${part.name}`;
    case "everyone":
      return part.text;
    case "emoji":
      return `:${part.name}:`;
    case "time":
      return words.timestamp(new Date(part.seconds * 1000), part.style);
    default:
      return "";
  }
}

/** A timestamp in the reader's own time; "2 minutes ago" stays true. */
@customElement("page-time")
export class PageTime extends LitElement {
  @property({ attribute: false }) seconds = 0;
  @property({ attribute: false }) look = "f";
  #timer: ReturnType<typeof setInterval> | undefined;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.look === "R") this.#timer = setInterval(() => this.requestUpdate(), 15_000);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const moment = new Date(this.seconds * 1000);
    return html`<time datetime=${moment.toISOString()} title=${words.timestamp(moment, "F")}
      >${words.timestamp(moment, this.look)}</time>`;
  }
}

/** What is hidden until somebody wants to see it. */
@customElement("page-spoiler")
export class PageSpoiler extends LitElement {
  @property({ attribute: false }) inner: unknown = nothing;
  @property({ attribute: false }) shown = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    if (this.shown) return html`<span class="spoiler shown">${this.inner}</span>`;
    return html`<button type="button" class="spoiler" aria-label=${words.spoiler}
      @click=${() => (this.shown = true)}><span aria-hidden="true">${this.inner}</span></button>`;
  }
}
