/**
 * The parts of discord-components-core that draw messages, in this page's colours.
 *
 * Their own styles know one dark and one light scheme, with contrasts below 4.5:1; here they take
 * the colours of `shared/theme.css`. Buttons, selects and forms are our own: the library's cannot
 * be reached by keyboard, or say nothing to a screen reader. Titles of embeds and of fields are
 * written as text beside its elements, for it would fetch pictures of what looks like an emoji.
 */

import { css, type CSSResult } from "lit";
import { DiscordAuthorInfo } from "@skyra/discord-components-core/discord-author-info.js";
import { DiscordEmbed } from "@skyra/discord-components-core/discord-embed.js";
import { DiscordEmbedDescription } from "@skyra/discord-components-core/discord-embed-description.js";
import { DiscordEmbedField } from "@skyra/discord-components-core/discord-embed-field.js";
import { DiscordEmbedFooter } from "@skyra/discord-components-core/discord-embed-footer.js";
import { DiscordMention } from "@skyra/discord-components-core/discord-mention.js";
import { DiscordMessage } from "@skyra/discord-components-core/discord-message.js";
import { DiscordReply } from "@skyra/discord-components-core/discord-reply.js";
import { DiscordVerifiedAuthorTag } from "@skyra/discord-components-core/discord-verified-author-tag.js";
import "@skyra/discord-components-core/discord-embed-fields.js";

/** Adds to an element's styles, before the first of its kind is made. */
function restyle(element: { elementStyles: unknown[] }, ...styles: CSSResult[]): void {
  element.elementStyles.push(...styles);
}

restyle(
  DiscordMessage,
  css`
    :host {
      color: var(--text);
      font-family: inherit;
      font-size: 1rem;
      padding: 0.125rem 0.5rem 0.125rem 1rem;
      margin: 0;
      min-width: 0;
    }
    :host(:hover), :host([highlight]:hover) { background: none; }
    .discord-message-content { min-width: 0; }
    .discord-message-timestamp,
    .discord-message-edited {
      color: var(--text-muted) !important;
      font-size: 0.75rem;
    }
    .discord-author-avatar img { cursor: default; }
    .discord-message-body { white-space: normal; }
    @media (max-width: 480px) {
      :host { padding-left: 0.5rem; padding-right: 0.25rem; }
      .discord-author-avatar { margin-right: 8px; min-width: 32px; }
      .discord-author-avatar img { width: 32px; height: 32px; }
      .discord-message-body-only-indent { width: 40px; }
    }
  `,
);
restyle(
  DiscordAuthorInfo,
  css`
    :host .discord-author-username { color: var(--text-strong); font-weight: 600; cursor: default; }
    :host .discord-author-username:hover { text-decoration: none; }
    :host .discord-application-tag { background: var(--accent); }
  `,
);
restyle(
  DiscordVerifiedAuthorTag,
  css`
    :host { background: var(--accent); color: var(--on-accent); }
  `,
);
restyle(
  DiscordEmbed,
  css`
    :host { color: var(--text); font-size: 0.875rem; margin: 4px 0; min-width: 0; }
    :host .discord-left-border { background: var(--embed-color, var(--line)); }
    :host .discord-embed-root { min-width: 0; flex: 0 1 auto; }
    :host .discord-embed-wrapper {
      background: var(--ground-side);
      border-color: var(--line);
      min-width: 0;
      max-width: 100%;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.5rem 0.75rem 0.75rem;
    }
    slot[name="footer"]::slotted(*) { grid-column: 1 / 1; }
  `,
);
restyle(
  DiscordEmbedDescription,
  css`
    :host { white-space: normal; margin-top: 4px; min-width: 0; overflow-wrap: anywhere; }
  `,
);
restyle(
  DiscordEmbedField,
  css`
    :host { white-space: normal; }
  `,
);
restyle(
  DiscordEmbedFooter,
  css`
    :host { color: var(--text-muted); }
    :host .discord-footer-separator { color: inherit; }
  `,
);
restyle(
  DiscordMention,
  css`
    :host {
      background: color-mix(in srgb, var(--accent) 18%, transparent);
      color: var(--accent-text);
      cursor: inherit;
    }
    :host(:hover) { background: color-mix(in srgb, var(--accent) 28%, transparent); color: var(--accent-text); }
  `,
);
restyle(
  DiscordReply,
  css`
    :host { color: var(--text-muted); font-family: inherit; overflow: hidden; }
    :host::before { border-color: var(--line) !important; }
    .discord-replied-message-username { color: var(--text-strong); opacity: 1; }
    .discord-replied-message-content { overflow: hidden; cursor: inherit; }
    .discord-replied-message-content:hover { color: inherit !important; }
    .discord-reply-badge { background: var(--ground-raised); color: var(--text-muted); }
    @media (max-width: 480px) { :host { margin-left: 40px; } }
  `,
);
