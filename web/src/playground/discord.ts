/** Discord's own JSON, as far as the page reads it: https://discord.com/developers/docs/reference */

export type Snowflake = string;

export interface User {
  id: Snowflake;
  username: string;
  global_name: string | null;
  bot?: boolean;
  /** The language of somebody's Discord; the page's server tells it of whoever one is. */
  locale?: string;
}

export interface Member {
  user: User;
  nick: string | null;
  roles: Snowflake[];
}

export interface Role {
  id: Snowflake;
  name: string;
  position: number;
  color: number;
  /** Whether those who have it stand apart in the list of members. */
  hoist: boolean;
  /** Whether everybody may call on it by "@". */
  mentionable: boolean;
}

export interface Emoji {
  id: Snowflake | null;
  name: string;
}

export interface Channel {
  id: Snowflake;
  type: number;
  name: string;
  topic?: string | null;
  parent_id?: Snowflake | null;
  position?: number;
  thread_metadata?: { archived: boolean };
  permission_overwrites?: { id: Snowflake; deny: string }[];
  /** What whoever looks may do there. */
  permissions: string;
  /** Who sees it, by their ids. */
  viewers: Snowflake[];
}

export interface Attachment {
  id: Snowflake;
  filename: string;
  size: number;
  url: string;
  content_type?: string;
  description?: string;
}

export interface Picture {
  url: string;
  description?: string;
}

export interface Embed {
  title?: string;
  url?: string;
  description?: string;
  color?: number;
  author?: { name: string };
  footer?: { text: string };
  timestamp?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  image?: Picture;
  thumbnail?: Picture;
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
  emoji?: Emoji;
}

/** Any component; which of the fields are there depends on its `type`. */
export interface Component {
  type: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  content?: string;
  emoji?: Emoji;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  value?: string;
  default?: boolean;
  required?: boolean;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  options?: SelectOption[];
  channel_types?: number[];
  default_values?: { id: Snowflake; type: string }[];
  components?: Component[];
  component?: Component;
}

export interface Reaction {
  emoji: Emoji;
  count: number;
  me: boolean;
}

export interface Message {
  id: Snowflake;
  channel_id: Snowflake;
  author: User;
  type: number;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  flags: number;
  attachments: Attachment[];
  embeds: Embed[];
  components: Component[];
  reactions?: Reaction[];
  message_reference?: { message_id?: Snowflake };
  referenced_message?: Message | null;
  interaction_metadata?: { user: User; name?: string };
}

/** A command, an option or a choice: in other languages it may be called something else. */
interface Translated {
  name: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
}

export interface CommandChoice extends Translated {
  value: string | number;
}

export interface CommandOption extends Translated {
  type: number;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: CommandChoice[];
  channel_types?: number[];
  options?: CommandOption[];
}

export interface Command extends Translated {
  type: number;
  description: string;
  options?: CommandOption[];
}

export interface Modal {
  id: Snowflake;
  custom_id: string;
  title: string;
  components: Component[];
}

export const CommandType = { SLASH: 1, USER_MENU: 2, MESSAGE_MENU: 3 } as const;
export const OptionType = {
  SUBCOMMAND: 1,
  GROUP: 2,
  BOOLEAN: 5,
  USER: 6,
  CHANNEL: 7,
  ROLE: 8,
  MENTIONABLE: 9,
} as const;
export const ChannelType = {
  TEXT: 0,
  VOICE: 2,
  CATEGORY: 4,
  NEWS: 5,
  PUBLIC_THREAD: 11,
  PRIVATE_THREAD: 12,
  FORUM: 15,
} as const;
export const MessageType = {
  DEFAULT: 0,
  PIN: 6,
  JOIN: 7,
  THREAD_CREATED: 18,
  REPLY: 19,
  THREAD_STARTER: 21,
} as const;
export const ComponentType = {
  ACTION_ROW: 1,
  BUTTON: 2,
  STRING_SELECT: 3,
  TEXT_INPUT: 4,
  USER_SELECT: 5,
  ROLE_SELECT: 6,
  MENTIONABLE_SELECT: 7,
  CHANNEL_SELECT: 8,
  TEXT_DISPLAY: 10,
  LABEL: 18,
  RADIO_GROUP: 21,
  CHECKBOX_GROUP: 22,
  CHECKBOX: 23,
} as const;
export const ButtonStyle = { PRIMARY: 1, SECONDARY: 2, SUCCESS: 3, DANGER: 4, LINK: 5 } as const;

export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
const ADMINISTRATOR = 1n << 3n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const MANAGE_MESSAGES = 1n << 13n;
const MENTION_EVERYONE = 1n << 17n;
const CREATE_PUBLIC_THREADS = 1n << 35n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

const LINK = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)\/(\d+)$/;

/** The message that an address of Discord's leads to. */
export function linked(url: string): { channel: Snowflake; message: Snowflake } | null {
  const [, channel, message] = LINK.exec(url) ?? [];
  return channel && message ? { channel, message } : null;
}

export function isThread(channel: Channel): boolean {
  return channel.type === ChannelType.PUBLIC_THREAD || channel.type === ChannelType.PRIVATE_THREAD;
}

/** The channel at the top of the list. */
export function firstOf(channels: readonly Channel[]): Channel | undefined {
  const places = channels.filter((each) => !isThread(each) && each.type !== ChannelType.CATEGORY);
  return places.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))[0];
}

export function nameOf(user: User, member?: Member): string {
  return member?.nick ?? user.global_name ?? user.username;
}

/** The name of somebody's account, where they are not called so anyway. */
export function accountOf(user: User, name: string): string | undefined {
  return name.toLowerCase() === user.username.toLowerCase() ? undefined : user.username;
}

/** Whether people said it themselves: the rest Discord says of them. */
export function isSaid(message: Message): boolean {
  return message.type === MessageType.DEFAULT || message.type === MessageType.REPLY;
}

/** Whether whoever looks may delete there what others wrote. */
export function managesMessages(channel: Channel): boolean {
  return may(channel, MANAGE_MESSAGES);
}

/** Whether a channel is closed to those who have no role (`everyone` is the server's own id). */
export function isPrivate(channel: Channel, everyone: Snowflake | undefined): boolean {
  const closed = channel.permission_overwrites?.find((each) => each.id === everyone);
  return closed !== undefined && (BigInt(closed.deny) & VIEW_CHANNEL) !== 0n;
}

export function maySend(channel: Channel): boolean {
  return may(channel, isThread(channel) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES);
}

/** Whether whoever looks may call on everybody, and on any role, by "@". */
export function mayMentionEveryone(channel: Channel): boolean {
  return may(channel, MENTION_EVERYONE);
}

export function mayOpenThread(channel: Channel): boolean {
  return !isThread(channel) && may(channel, CREATE_PUBLIC_THREADS);
}

function may(channel: Channel, permission: bigint): boolean {
  return (BigInt(channel.permissions) & (ADMINISTRATOR | permission)) !== 0n;
}

/** How something is called in a language. */
export function nameIn(thing: Translated, locale: string | undefined): string {
  return thing.name_localizations?.[locale ?? ""] ?? thing.name;
}

/** What is said of it in a language. */
export function descriptionIn(thing: Command | CommandOption, locale: string | undefined): string {
  return thing.description_localizations?.[locale ?? ""] ?? thing.description;
}

/** How an emoji is named in the address of a reaction. */
export function emojiKey(emoji: Emoji): string {
  return emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;
}
