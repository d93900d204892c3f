"""The prompt: what is typed becomes messages and commands of "you" in the sample server."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

from playground import command_line
from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import Reply
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.tour import Guide

HINT = """\
Type a message to send it, or a command such as /sentiment trend period:7 days channel:#general
"/" lists the commands, "#gaming" goes to that channel, "exit" (or Ctrl-D) ends the playground."""
LEAVE = ("exit", "quit")
STANDARD_INPUT = 0


class Prompt:
    """Reads lines until "exit"; every mistake gets a hint."""

    def __init__(self, discord: LoopbackDiscord, sample: Sample, guide: Guide) -> None:
        self._discord = discord
        self._sample = sample
        self._guide = guide
        self._place = sample.places["general"]
        self._last: Reply | None = None

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
        if not line:
            return
        if line == "/":
            commands = self._discord.commands.of_guild(self._sample.guild.id)
            print("\n".join(command_line.usage(commands)))
        elif line.startswith("/"):
            self._show(await self._discord.command(you, self._place, line))
        elif line.startswith("#") and line[1:] in self._sample.places:
            self._place = self._sample.places[line[1:]]
        elif self._last is not None and line.strip("[]") in self._last.buttons:
            self._show(await self._discord.press(self._last, line.strip("[]")))
        else:
            await self._discord.send_message(you, self._place, line)
            print(f"Sent to #{self._place.name}.")

    def _show(self, reply: Reply) -> None:
        self._last = reply
        self._guide.print(reply)

    def _show_prompt(self) -> None:
        print(f"#{self._place.name}> ", end="", flush=True)


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
