/** The lists at the sides: channels with their threads, and members. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { chooseTheme, chosenTheme, THEMES } from "../shared/theme";
import { avatarOf } from "./avatars";
import { ChannelType, isPrivate, isThread, type Channel, type Member, type Role } from "./discord";
import type { Session } from "./session";
import { words } from "./words";

/** The arrow keys go up and down a list whose one tab stop is where one is. */
function rove(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[data-item]")];
  const at = items.indexOf(event.target as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = steps[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

@customElement("channel-list")
export class ChannelList extends LitElement {
  @property({ attribute: false }) session!: Session;
  /** Changes whenever something of the session does. */
  @property({ attribute: false }) version = 0;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { session } = this;
    return html`<h2 class="server-name">${session.start?.server.name ?? ""}</h2>
      <ul class="channels" aria-label=${words.channels} @keydown=${rove}>
        ${this.#roots().map((channel) => this.#channel(channel))}
      </ul>
      ${this.#you()}`;
  }

  #roots(): Channel[] {
    const shown = (this.session.view?.channels ?? []).filter(
      (each) => each.type !== ChannelType.CATEGORY && !isThread(each),
    );
    return shown.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  }

  #channel(channel: Channel): TemplateResult {
    const threads = (this.session.view?.channels ?? []).filter(
      (each) => isThread(each) && each.parent_id === channel.id && !each.thread_metadata?.archived,
    );
    return html`<li>${this.#link(channel, "#")}
      ${threads.length ? html`<ul class="threads">${threads.map((thread) => html`<li>${this.#link(thread, "↳")}</li>`)}</ul>` : nothing}
    </li>`;
  }

  #link(channel: Channel, sign: string): TemplateResult {
    const { session } = this;
    const isHere = channel.id === session.channelId;
    const isUnread = session.unread.has(channel.id);
    const isClosed = isPrivate(channel, session.start?.server.id);
    const hints = [
      channel.name,
      isThread(channel) ? words.thread : "",
      isClosed ? words.privateChannel : "",
      isUnread ? words.unread : "",
    ];
    return html`<button type="button" data-item class="channel ${isUnread ? "unread" : ""}" tabindex=${isHere ? 0 : -1}
      aria-label=${hints.filter(Boolean).join(", ")} aria-current=${isHere ? "page" : nothing} @click=${() => this.#open(channel)}>
      <span aria-hidden="true" class="sign">${isClosed ? "🔒" : sign}</span><span class="name">${channel.name}</span></button>`;
  }

  #open(channel: Channel): void {
    void this.session.open(channel.id);
    this.dispatchEvent(new CustomEvent("gone", { bubbles: true }));
  }

  #you(): TemplateResult {
    const { session } = this;
    const me = session.view?.user;
    return html`<div class="you">
      ${me ? html`<img class="avatar" src=${avatarOf(me)} alt="" />` : nothing}
      <label title=${words.youAreHint}>${words.youAre}
        <select class="who" aria-busy=${session.isChanging} @change=${(event: Event) => session.become((event.target as HTMLSelectElement).value)}>
          ${(session.start?.people ?? []).map(
            ({ user }) => html`<option value=${user.id} ?selected=${user.id === me?.id}
            .selected=${live(user.id === me?.id)}>${user.global_name ?? user.username}</option>`,
          )}
        </select>
      </label>
      <button type="button" class="icon" aria-label=${words.theme[chosenTheme()]} title=${words.theme[chosenTheme()]}
        @click=${this.#nextTheme}><span aria-hidden="true">◐</span></button>
    </div>`;
  }

  #nextTheme(): void {
    const next = THEMES[(THEMES.indexOf(chosenTheme()) + 1) % THEMES.length];
    if (next) chooseTheme(next);
    this.requestUpdate();
  }
}

@customElement("member-list")
export class MemberList extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) version = 0;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`${this.#groups().map(
      ([title, members]) => html`<h3>${title} — ${members.length}</h3>
      <ul aria-label=${title}>${members.map((member) => this.#member(member))}</ul>`,
    )}`;
  }

  #member(member: Member): TemplateResult {
    const name = this.session.nameOf(member.user);
    return html`<li class="member"><img class="avatar" src=${avatarOf(member.user)} alt="" /><span>${name}</span>
      ${member.user.bot ? html`<span class="app">${words.app}</span>` : nothing}</li>`;
  }

  /** Who sees the channel, by the highest role that stands apart; the others are just members. */
  #groups(): [string, Member[]][] {
    const { view, channel } = this.session;
    if (!view) return [];
    const members = view.members.filter((each) => !channel || channel.viewers.includes(each.user.id));
    const roles = view.roles
      .filter((each) => each.hoist)
      .toSorted((one, other) => other.position - one.position);
    const topOf = (member: Member): Role | undefined => roles.find((each) => member.roles.includes(each.id));
    const bots = members.filter((each) => each.user.bot);
    const people = members.filter((each) => !each.user.bot);
    const groups: [string, Member[]][] = roles.map((role) => [
      role.name,
      people.filter((each) => topOf(each) === role),
    ]);
    groups.push([words.members, people.filter((each) => !topOf(each))], [words.bots, bots]);
    return groups.filter(([, there]) => there.length);
  }
}
