/** Slash commands as the composer offers them: one line each, with its options. Pure. */

import { CommandType, descriptionIn, nameIn, OptionType, type Command, type CommandOption } from "./discord";

/**
 * A command that can be used. `name` is what the bot calls it ("sentiment trend"), `label` and
 * `description` are what it is called in the member's language: that is what one types.
 */
export interface Usable {
  name: string;
  label: string;
  description: string;
  options: CommandOption[];
}

/** Every command, subcommands one by one. */
export function usable(commands: readonly Command[], locale: string | undefined): Usable[] {
  const slash = commands.filter((each) => each.type === CommandType.SLASH);
  return slash.flatMap((command) => branches(command, "", "", locale));
}

function branches(
  node: Command | CommandOption,
  names: string,
  labels: string,
  locale: string | undefined,
): Usable[] {
  const [name, label] = [`${names}${node.name}`, `${labels}${nameIn(node, locale)}`];
  const options = node.options ?? [];
  const inner = options.filter(
    (each) => each.type === OptionType.SUBCOMMAND || each.type === OptionType.GROUP,
  );
  if (inner.length) return inner.flatMap((each) => branches(each, `${name} `, `${label} `, locale));
  return [{ name, label, description: descriptionIn(node, locale), options }];
}

/** Those that a line that begins with "/" can become, the ones that begin so first. */
export function matching(commands: readonly Usable[], line: string): Usable[] {
  const typed = line.slice(1).toLowerCase().trimEnd();
  const wanted = typed.split(/\s+/).filter(Boolean);
  const found = commands.filter((each) => wanted.every((word) => each.label.includes(word)));
  return found.toSorted(
    (one, other) => Number(other.label.startsWith(typed)) - Number(one.label.startsWith(typed)),
  );
}

/**
 * The command that a line has already named in full, and the text that goes on after it:
 * "/sentiment check I love this" → [sentiment check, "I love this"].
 */
export function named(commands: readonly Usable[], line: string): [Usable, string] | null {
  const typed = line.slice(1).replace(/\s+/g, " ");
  const found = commands
    .filter((each) => typed.toLowerCase().startsWith(`${each.label} `))
    .toSorted((one, other) => other.label.length - one.label.length)[0];
  return found ? [found, typed.slice(found.label.length + 1)] : null;
}
