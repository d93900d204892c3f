/** Things that one can choose from: options of a select, choices of a command's option. */

import { accountOf, ChannelType, ComponentType, isThread, OptionType, type Component, type Emoji } from "./discord";
import type { Session } from "./session";
import { words } from "./words";

export interface Choice {
  value: string;
  label: string;
  description?: string;
  emoji?: Emoji;
}

type Kind = "user" | "role" | "mentionable" | "channel";

const SELECTS: Record<number, Kind> = {
  [ComponentType.USER_SELECT]: "user",
  [ComponentType.ROLE_SELECT]: "role",
  [ComponentType.MENTIONABLE_SELECT]: "mentionable",
  [ComponentType.CHANNEL_SELECT]: "channel",
};
const OPTIONS: Record<number, Kind> = {
  [OptionType.USER]: "user",
  [OptionType.ROLE]: "role",
  [OptionType.MENTIONABLE]: "mentionable",
  [OptionType.CHANNEL]: "channel",
};

/** What a select under a message or in a form offers. */
export function choicesOf(select: Component, session: Session): Choice[] {
  const kind = SELECTS[select.type];
  if (kind) return entities(kind, session, select.channel_types);
  return select.options ?? [];
}

/** The values that a select begins with. */
export function presetOf(select: Component): string[] {
  const options = select.options?.filter((each) => each.default).map((each) => each.value) ?? [];
  return [...options, ...(select.default_values?.map((each) => each.id) ?? [])];
}

/** The people, roles or channels that an option of a command takes; null for one that is typed. */
export function entitiesOf(optionType: number, session: Session, channelTypes?: number[]): Choice[] | null {
  const kind = OPTIONS[optionType];
  return kind ? entities(kind, session, channelTypes) : null;
}

/** Those that a text means, the ones that begin with it first. */
export function fitting(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.trim().replace(/^[@#]/, "").toLowerCase();
  const label = (choice: Choice): string => choice.label.replace(/^[@#]/, "").toLowerCase();
  const found = choices.filter((choice) => label(choice).includes(wanted));
  return found.toSorted(
    (one, other) => Number(label(other).startsWith(wanted)) - Number(label(one).startsWith(wanted)),
  );
}

function entities(kind: Kind, session: Session, channelTypes?: number[]): Choice[] {
  const view = session.view;
  if (!view) return [];
  const found: Choice[] = [];
  if (kind === "user" || kind === "mentionable") {
    found.push(
      ...view.members.map(({ user }) => ({
        value: user.id,
        label: `@${session.nameOf(user)}`,
        description: accountOf(user, session.nameOf(user)),
      })),
    );
  }
  if (kind === "role" || kind === "mentionable") {
    found.push(...view.roles.map((each) => ({ value: each.id, label: `@${each.name.replace(/^@/, "")}` })));
  }
  if (kind === "channel") {
    const fits = (type: number): boolean => !channelTypes?.length || channelTypes.includes(type);
    found.push(
      ...view.channels
        .filter((each) => fits(each.type))
        .map((each) => ({
          value: each.id,
          label: each.type === ChannelType.CATEGORY ? each.name : `#${each.name}`,
          description: isThread(each) ? words.thread : undefined,
        })),
    );
  }
  return found;
}
