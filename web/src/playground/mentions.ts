/** People, roles, places and emoji as one types them, and as Discord sends them. Pure.
 *
 * https://docs.discord.com/developers/reference#message-formatting
 */

import type { View } from "./api";
import { accountOf, ChannelType, isThread, mayMentionEveryone, nameOf, type Channel } from "./discord";
import { words } from "./words";

const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

/** Something that can be named in a message: how one types it, and how it is sent. */
export interface Nameable {
  typed: string;
  sent: string;
  description?: string;
}

/** What can be named by whoever looks, in this channel; in the order in which it is offered. */
export function nameables(view: View, channel: Channel): Nameable[] {
  const people = view.members
    .filter(({ user }) => channel.viewers.includes(user.id))
    .map((member) => {
      const name = nameOf(member.user, member);
      return {
        typed: `@${name}`,
        sent: `<@${member.user.id}>`,
        description: accountOf(member.user, name),
      };
    });
  const places = view.channels
    .filter((each) => each.type !== ChannelType.CATEGORY)
    .map((each) => ({
      typed: `#${each.name}`,
      sent: `<#${each.id}>`,
      description: isThread(each) ? words.thread : undefined,
    }));
  const emoji = view.emojis.map(({ id, name }) => ({ typed: `:${name}:`, sent: `<:${name}:${id}>` }));
  return [...people, ...crowds(view, mayMentionEveryone(channel)), ...places, ...emoji];
}

/** Whom one can call on together: who may call on everyone on each role, the others on some. */
function crowds(view: View, mayCallAll: boolean): Nameable[] {
  const everybody = [
    { typed: "@everyone", sent: "@everyone", description: words.everyone },
    { typed: "@here", sent: "@here", description: words.here },
  ];
  const roles = view.roles.filter((each) => each.name !== "@everyone" && (mayCallAll || each.mentionable));
  return [
    ...(mayCallAll ? everybody : []),
    ...roles.map((each) => ({ typed: `@${each.name}`, sent: `<@&${each.id}>`, description: words.role })),
  ];
}

/** The name that is being typed where the caret is: "so @ko" → "@ko"; null if it is none. */
export function begun(text: string, caret: number): string | null {
  return /(?:^|\s)([@#][^\s@#]*|:\w{2,})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** What a begun name may become, the names that begin with it first. */
export function fittingNames(all: readonly Nameable[], typed: string): Nameable[] {
  const [sign, wanted] = [typed[0] ?? "", typed.slice(1).toLowerCase()];
  const nameIn = (each: Nameable): string => each.typed.slice(1).toLowerCase();
  const found = all.filter((each) => each.typed.startsWith(sign) && nameIn(each).includes(wanted));
  return found.toSorted(
    (one, other) => Number(nameIn(other).startsWith(wanted)) - Number(nameIn(one).startsWith(wanted)),
  );
}

/** A text as it is sent: "@Kofi" is who is called so here. Code stays as it is. */
export function asSent(text: string, all: readonly Nameable[]): string {
  const known = byName(all);
  if (!known.size) return text;
  const isEmoji = (name: string): boolean => name.startsWith(":");
  const names = [...known.keys()].toSorted((one, other) => other.length - one.length);
  const words = names.filter((each) => !isEmoji(each)).map(escaped);
  const emojis = names.filter(isEmoji).map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_<@])(?:${words.join("|")})(?![\\p{L}\\p{N}_])|(?<!<a?)(?:${emojis.join("|") || "(?!)"})(?!\\d)`,
    "giu",
  );
  const sent = (name: string): string => known.get(name.toLowerCase())?.sent ?? name;
  return text
    .split(CODE)
    .map((part, at) => (at % 2 ? part : part.replace(pattern, sent)))
    .join("");
}

/** A text as one types it, for who wants to change it; what would then mean another stays. */
export function asTyped(text: string, all: readonly Nameable[]): string {
  return [...byName(all).values()].reduce((known, each) => known.replaceAll(each.sent, each.typed), text);
}

/** Each by its name in lower case: the first, where several are called the same. */
function byName(all: readonly Nameable[]): Map<string, Nameable> {
  return new Map(all.toReversed().map((each) => [each.typed.toLowerCase(), each]));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
