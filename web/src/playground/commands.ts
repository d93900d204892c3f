/** Slash commands as the composer offers them: one line each, with its options. Pure. */

import { CommandType, OptionType, type Command, type CommandOption } from "./discord";

/** A command that can be used: `name` is all that one types after the slash ("sentiment trend"). */
export interface Usable {
  name: string;
  description: string;
  options: CommandOption[];
}

/** Every command, subcommands one by one. */
export function usable(commands: readonly Command[]): Usable[] {
  const slash = commands.filter((each) => each.type === CommandType.SLASH);
  return slash.flatMap((command) => branches(command.name, command));
}

function branches(name: string, node: Command | CommandOption): Usable[] {
  const options = node.options ?? [];
  const inner = options.filter((each) => each.type === OptionType.SUBCOMMAND || each.type === OptionType.GROUP);
  if (inner.length) return inner.flatMap((each) => branches(`${name} ${each.name}`, each));
  return [{ name, description: node.description, options }];
}

/** Those that a line that begins with "/" can become, the ones that begin so first. */
export function matching(commands: readonly Usable[], line: string): Usable[] {
  const typed = line.slice(1).toLowerCase().trimEnd();
  const wanted = typed.split(/\s+/).filter(Boolean);
  const found = commands.filter((each) => wanted.every((word) => each.name.includes(word)));
  return found.toSorted((one, other) => Number(other.name.startsWith(typed)) - Number(one.name.startsWith(typed)));
}

/**
 * The command that a line has already named in full, and the text that goes on after it:
 * "/sentiment check I love this" → [sentiment check, "I love this"].
 */
export function named(commands: readonly Usable[], line: string): [Usable, string] | null {
  const typed = line.slice(1).replace(/\s+/g, " ");
  const found = commands
    .filter((each) => typed.toLowerCase().startsWith(`${each.name} `))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  return found ? [found, typed.slice(found.name.length + 1)] : null;
}
