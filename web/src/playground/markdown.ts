/** Discord's markdown, read into a tree. Pure; nothing here is HTML, see `markdown_view`.
 *
 * https://support.discord.com/hc/en-us/articles/210298617 and
 * https://discord.com/developers/docs/reference#message-formatting
 */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "bold" | "italic" | "underline" | "strike" | "spoiler"; inner: Inline[] }
  | { kind: "link"; url: string; inner: Inline[] }
  | { kind: "user" | "role" | "channel"; id: string }
  | { kind: "command"; name: string }
  | { kind: "everyone"; text: string }
  | { kind: "emoji"; name: string; id: string }
  | { kind: "time"; seconds: number; style: string };

export type Block =
  | { kind: "paragraph" | "quote" | "subtext"; inner: Inline[] }
  | { kind: "heading"; level: number; inner: Inline[] }
  | { kind: "item"; depth: number; inner: Inline[] }
  | { kind: "code"; text: string };

/** Deeper nesting than people write is left as text. */
const DEEPEST = 8;

type Read = (match: string[], inside: (text: string) => Inline[]) => Inline | null;

const styled =
  (kind: "bold" | "italic" | "underline" | "strike" | "spoiler"): Read =>
  (match, inside) => ({ kind, inner: inside(match[1] ?? "") });

const named =
  (kind: "user" | "role" | "channel"): Read =>
  (match) => ({ kind, id: match[1] ?? "" });

const RULES: readonly (readonly [RegExp, Read])[] = [
  [/\\([^\p{L}\p{N}\s])/uy, (match) => ({ kind: "text", text: match[1] ?? "" })],
  [/(`+)([^`]|[^`].*?[^`])\1(?!`)/sy, (match) => ({ kind: "code", text: (match[2] ?? "").trim() })],
  [/\*\*(?=\S)(.+?)\*\*(?!\*)/sy, styled("bold")],
  [/__(?=\S)(.+?)__(?!_)/sy, styled("underline")],
  [/~~(?=\S)(.+?)~~/sy, styled("strike")],
  [/\|\|(.+?)\|\|/sy, styled("spoiler")],
  [/\*(?=[^\s*])(.+?)\*(?!\*)/sy, styled("italic")],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)_(?![\p{L}\p{N}_])/suy, styled("italic")],
  [/<@!?(\d+)>/y, named("user")],
  [/<@&(\d+)>/y, named("role")],
  [/<#(\d+)>/y, named("channel")],
  [/<\/([^:>]{1,100}):\d+>/y, (match) => ({ kind: "command", name: match[1] ?? "" })],
  [/<a?:(\w{2,32}):(\d+)>/y, (match) => ({ kind: "emoji", name: match[1] ?? "", id: match[2] ?? "" })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, (match) => timeOf(match[1] ?? "", match[2] ?? "f")],
  [/@(?:everyone|here)\b/y, (match) => ({ kind: "everyone", text: match[0] ?? "" })],
  [/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/y, maskedLink],
  [/<(https?:\/\/[^\s>]+)>/y, (match) => linkTo(match[1] ?? "")],
  [/https?:\/\/[^\s<]+[^\s<.,:;"'\])*_~|!?]/y, (match) => linkTo(match[0] ?? "")],
];

const SPECIAL = /[\\`*_~|<@[h]/g;

/** The parts of a text within a line (or a paragraph: line breaks stay in the text). */
export function inlines(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  const inside = (inner: string): Inline[] => inlines(inner, depth + 1);
  let plain = "";
  const flush = (): void => {
    if (plain) found.push({ kind: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const read = depth < DEEPEST ? readAt(text, at, inside) : null;
    if (read === null) {
      SPECIAL.lastIndex = at + 1;
      const next = depth < DEEPEST ? (SPECIAL.exec(text)?.index ?? text.length) : text.length;
      plain += text.slice(at, next);
      at = next;
    } else {
      const [part, end] = read;
      if (part.kind === "text") {
        plain += part.text;
      } else {
        flush();
        found.push(part);
      }
      at = end;
    }
  }
  flush();
  return found;
}

/** The blocks of a message: code, quotes, headings, list items, and paragraphs between them. */
export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let paragraph: string[] = [];
  let quote: string[] = [];
  const flush = (): void => {
    if (quote.length) found.push({ kind: "quote", inner: inlines(quote.join("\n")) });
    const said = paragraph.join("\n").replace(/^\n+|\n+$/g, "");
    if (said) found.push({ kind: "paragraph", inner: inlines(said) });
    quote = [];
    paragraph = [];
  };
  for (const part of text.split(/(```[\s\S]*?```)/)) {
    const code = /^```(?:[\w+-]*\n)?([\s\S]*?)```$/.exec(part);
    if (code) {
      flush();
      found.push({ kind: "code", text: (code[1] ?? "").replace(/\n$/, "") });
      continue;
    }
    for (const line of part.split("\n")) {
      const quoted = /^> (.*)$/.exec(line);
      if (quoted) {
        if (paragraph.length) flush();
        quote.push(quoted[1] ?? "");
        continue;
      }
      if (quote.length) flush();
      const block = blockOf(line);
      if (block) {
        flush();
        found.push(block);
      } else paragraph.push(line);
    }
    flush();
  }
  return found;
}

/** What is left of a text without its signs: for labels, and for what is read aloud. */
export function plainText(text: string, name: (part: Inline) => string): string {
  const flat = (parts: Inline[]): string =>
    parts
      .map((part) => ("inner" in part ? flat(part.inner) : "text" in part ? part.text : name(part)))
      .join("");
  return flat(inlines(text));
}

function readAt(text: string, at: number, inside: (text: string) => Inline[]): [Inline, number] | null {
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) {
      const end = pattern.lastIndex; // before what is inside is read with the same pattern
      const part = read(match, inside);
      if (part) return [part, end];
    }
  }
  return null;
}

function blockOf(line: string): Block | null {
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) return { kind: "heading", level: heading[1]?.length ?? 1, inner: inlines(heading[2] ?? "") };
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext) return { kind: "subtext", inner: inlines(subtext[1] ?? "") };
  const item = /^( *)[-*] +(.+)$/.exec(line);
  if (item)
    return {
      kind: "item",
      depth: Math.min(2, (item[1]?.length ?? 0) >> 1),
      inner: inlines(item[2] ?? ""),
    };
  return null;
}

function timeOf(seconds: string, style: string): Inline | null {
  const number = Number(seconds);
  return Math.abs(number) < 8.64e12 ? { kind: "time", seconds: number, style } : null;
}

function maskedLink(match: string[], inside: (text: string) => Inline[]): Inline | null {
  const link = linkTo(match[2] ?? "");
  return link?.kind === "link" ? { ...link, inner: inside(match[1] ?? "") } : null;
}

function linkTo(address: string): Inline | null {
  if (!URL.canParse(address)) return null;
  return { kind: "link", url: new URL(address).href, inner: [{ kind: "text", text: address }] };
}
