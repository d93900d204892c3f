"""The prompt: what is typed becomes messages and commands of "you" in the sample server."""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import Reply, command_line
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.terminal import layout
from playground.terminal.form_filling import FormFilling
from playground.terminal.tour import Guide

HINT = """\
Type a message to send it, or a command such as /sentiment trend period:7 days channel:#general
"/" lists the commands, "#gaming" goes to that channel, "exit" (or Ctrl-D) ends the playground.
Under an answer: a button's label presses it, "Period: 7 days" chooses from what is called Period.
A "?" at the end of a command lists what the bot offers for its last option."""
LEAVE = ("exit", "quit")
CANCEL = "cancel"
REPLIES_KEPT = 20  # so many of the last answers can still be pressed
SECONDS_FOR_MORE = 0.3  # in which further messages of one answer are waited for
STANDARD_INPUT = 0


class Prompt:
    """Reads lines until "exit"; every mistake gets a hint."""

    def __init__(self, discord: LoopbackDiscord, sample: Sample, guide: Guide) -> None:
        self._discord = discord
        self._sample = sample
        self._guide = guide
        self._place = sample.places["general"]
        self._replies: deque[Reply] = deque(maxlen=REPLIES_KEPT)
        self._form: FormFilling | None = None

    async def run(self, lines: AsyncIterator[str]) -> int:
        """Do as the lines say, until they end or say "exit"; give their number."""
        count = 0
        self._show_prompt()
        async for line in lines:
            count += 1
            if line.strip().lower() in LEAVE:
                break
            try:
                await self._act(line.strip())
            except (CommandLineError, NoAnswerError) as error:
                print(error)
            self._show_prompt()
        return count

    async def _act(self, line: str) -> None:
        you = self._sample.you
        if self._form is not None:
            await self._fill_in(self._form, line)
        elif not line:
            return
        elif line == "/":
            commands = self._discord.commands.of_guild(self._sample.guild.id)
            print("\n".join(command_line.usage(commands, you.locale)))
        elif line.startswith("/") and self._asks_what_is_offered(line):
            offered = await self._discord.autocomplete(you, self._place, line[:-1].rstrip())
            print("\n".join(offered) or "Nothing is offered for that.")
        elif line.startswith("/"):
            await self._show(await self._discord.command(you, self._place, line))
        elif line.startswith("#") and line[1:] in self._sample.places:
            self._place = self._sample.places[line[1:]]
        elif (pressed := await self._use_component(line)) is not None:
            await self._show(pressed)
        else:
            await self._discord.send_message(you, self._place, line)
            print(f"Sent to #{self._place.name}.")

    async def _fill_in(self, form: FormFilling, line: str) -> None:
        if line.lower() == CANCEL:
            self._form = None
            print("The form is closed, and nothing was sent.")
            return
        form.answer(line)
        if form.is_done:
            self._form = None
            await self._show(await self._discord.submit(form.opened, form.given))

    def _asks_what_is_offered(self, line: str) -> bool:
        """Whether the line ends with "?" after an option that the bot completes."""
        if not line.endswith("?"):
            return False
        commands = self._discord.commands.of_guild(self._sample.guild.id)
        parsed = command_line.parse(line[:-1].rstrip(), commands)
        typed = [each for each in parsed.options if each["name"] == parsed.typing]
        return any(each.get("autocomplete") for each in typed)

    async def _use_component(self, line: str) -> Reply | None:
        """Press or choose what the line names, under the last answer that has it."""
        name, colon, chosen = line.partition(":")
        for reply in self._shown():
            if line.strip("[]") in reply.buttons:
                return await self._discord.press(reply, line.strip("[]"))
            values = [each.strip() for each in chosen.split(",")]
            named = [each for each in reply.selects if colon and layout.name_of(each) == name]
            if named:
                offering = [each for each in named if layout.offers(each, values[0])]
                select = (offering or named)[0]
                return await self._discord.choose(reply, select["custom_id"], values)
        if line.startswith("[") and line.endswith("]"):
            raise CommandLineError(f"There is no button {line} to press.")
        return None

    def _shown(self) -> Iterator[Reply]:
        """The last answers as they are now, the newest first, without those that were deleted."""
        for reply in reversed(self._replies):
            with suppress(NoAnswerError):
                yield self._discord.look_again(reply)

    async def _show(self, reply: Reply) -> None:
        self._guide.print(reply)
        if reply.modal is not None:
            self._form = FormFilling(reply, self._sample.guild, self._discord.world)
            print(f'(An empty line leaves a field as it is, "{CANCEL}" closes the form.)')
            return
        await asyncio.sleep(SECONDS_FOR_MORE)
        with suppress(NoAnswerError):
            for further in self._discord.look_again(reply).follow_ups:
                self._guide.print(further)
                self._replies.append(further)
        self._replies.append(reply)

    def _show_prompt(self) -> None:
        asked = f"#{self._place.name}> " if self._form is None else self._form.question
        print(asked, end="", flush=True)


async def stay(prompt: Prompt) -> None:
    """Sit at the prompt until the person leaves.

    Where nobody can type (standard input was closed from the start) it serves until it is stopped.
    """
    print(f"\n{HINT}", flush=True)
    if not await prompt.run(typed_lines()) and not os.isatty(STANDARD_INPUT):
        print("\nNobody is typing: serving until stopped (Ctrl-C).", flush=True)
        await asyncio.Event().wait()


async def typed_lines() -> AsyncIterator[str]:
    """The lines of standard input, read beside the event loop; ends with the input."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        # A thread that waits in `sys.stdin` would hold its lock and break the interpreter's exit;
        # one that waits in `os.read` is simply left behind.
        with suppress(RuntimeError):  # the loop is closed: nobody wants the lines any more
            for line in _raw_lines():
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, name="typed-lines", daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line


def _raw_lines() -> Iterator[str]:
    """Lines as they come; an input that was never open counts as one at its end."""
    waiting = b""
    with suppress(OSError):
        while data := os.read(STANDARD_INPUT, 4096):
            *whole, waiting = (waiting + data).split(b"\n")
            yield from (line.decode(errors="replace") for line in whole)
    if waiting:
        yield waiting.decode(errors="replace")
