/** What hangs below a message's text: embeds, pictures, files and reactions. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { emojiPicture } from "./avatars";
import type { Attachment, Embed, Emoji, Message, Picture } from "./discord";
import { richLine, richText } from "./markdown-view";
import type { Session } from "./session";
import { words } from "./words";

export function embedView(embed: Embed, session: Session): TemplateResult {
  const color = embed.color ? `--embed-color: #${embed.color.toString(16).padStart(6, "0")}` : "";
  return html`<discord-embed slot="embeds" style=${color}>
    <div slot="description" class="embed-text">
      ${embed.author ? html`<div class="embed-author">${embed.author.name}</div>` : nothing}
      ${embed.title ? html`<h3 class="embed-title">${titleView(embed, session)}</h3>` : nothing}
      ${embed.description ? html`<discord-embed-description>${richText(embed.description, session)}</discord-embed-description>` : nothing}
      ${embed.fields?.length ? fieldsView(embed.fields, session) : nothing}
      ${embed.image ? html`<page-picture .picture=${embed.image}></page-picture>` : nothing}
      ${embed.thumbnail ? html`<page-picture class="thumbnail" .picture=${embed.thumbnail}></page-picture>` : nothing}
    </div>
    ${embed.footer || embed.timestamp ? footerView(embed) : nothing}
  </discord-embed>`;
}

function titleView(embed: Embed, session: Session): unknown {
  const title = richLine(embed.title ?? "", session);
  if (!embed.url || !/^https?:/.test(embed.url)) return title;
  return html`<a href=${embed.url} target="_blank" rel="noopener noreferrer nofollow">${title}</a>`;
}

function fieldsView(fields: NonNullable<Embed["fields"]>, session: Session): TemplateResult {
  return html`<div class="embed-fields">${fields.map(
    (field) => html`<discord-embed-field class=${field.inline ? "inline" : "wide"}>
      <h4>${richLine(field.name, session)}</h4>
      ${richText(field.value, session)}
    </discord-embed-field>`,
  )}</div>`;
}

function footerView(embed: Embed): TemplateResult {
  const when = embed.timestamp ? words.when(new Date(embed.timestamp)) : "";
  const text = embed.footer?.text ?? "";
  return html`<discord-embed-footer slot="footer"
    ><span class="embed-footer">${text}${text && when ? " • " : ""}${when}</span></discord-embed-footer>`;
}

export function attachmentView(file: Attachment): TemplateResult {
  if (!file.content_type?.startsWith("image/")) return fileView(file);
  return html`<page-picture slot="attachments" .picture=${file} .instead=${fileView(file)}></page-picture>`;
}

function fileView(file: Attachment): TemplateResult {
  return html`<a slot="attachments" class="file" href=${file.url} download=${file.filename}>
    <span class="file-name">${file.filename}</span> <small>${words.size(file.size)}</small></a>`;
}

export function reactionsView(message: Message, session: Session): TemplateResult | typeof nothing {
  if (!message.reactions?.length) return nothing;
  return html`<div slot="reactions" class="reactions">${message.reactions.map(
    ({ emoji, count, me }) => html`<button type="button" class="reaction" aria-pressed=${me}
      aria-label=${words.reaction(emoji.name, count, me)} @click=${() => session.react(message, emoji)}>
      ${emojiView(emoji)} <span>${count}</span></button>`,
  )}</div>`;
}

export function emojiView(emoji: Emoji): unknown {
  if (!emoji.id) return html`<span>${emoji.name}</span>`;
  return html`<img class="emoji" alt=":${emoji.name}:" src=${emojiPicture(emoji.name, emoji.id)} />`;
}

/** A picture with its alt text, which Discord shows to everybody who asks for it. */
@customElement("page-picture")
export class PagePicture extends LitElement {
  @property({ attribute: false }) picture: Picture = { url: "" };
  /** What is shown where the browser can't draw it: many a file is only called a picture. */
  @property({ attribute: false }) instead: TemplateResult | null = null;
  @state() private described = false;
  @state() private isBroken = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { url, description } = this.picture;
    if (this.isBroken && this.instead) return this.instead;
    return html`<figure class="picture">
      <a href=${url} target="_blank" rel="noopener"><img src=${url} alt=${description ?? words.noAlt}
        @error=${() => (this.isBroken = true)} /></a>
      ${
        description
          ? html`<button type="button" class="alt" aria-label=${words.showAlt} aria-expanded=${this.described}
            @click=${() => (this.described = !this.described)}>${words.altText}</button>
          <figcaption ?hidden=${!this.described}>${description}</figcaption>`
          : nothing
      }
    </figure>`;
  }
}
