"""A tour of the bot's commands in the sample server, printed as it goes.

It knows the commands only as people do, by what they type; one that the bot has not registered
is passed over with a word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import Reply
from playground.languages import shown
from playground.rest.commands import CommandType
from playground.sample import MODERATOR, Sample
from playground.server import LoopbackDiscord
from playground.terminal import layout
from playground.world import Message, User

YOU = "you"
MENU = "Check sentiment"
SETTLED_AFTER = 3  # the same answer so many times in a row means that all is counted
SECONDS_BETWEEN_ASKING = 0.25
SECONDS_TO_SETTLE = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody types a command, chooses from the selects under it (each by its name, and what), and
    presses those of the buttons of `press` that are under it.

    `wait` waits until an answer that goes on has lost its button to stop it.
    """

    who: str
    line: str
    why: str = ""
    choose: tuple[tuple[str, str], ...] = ()
    press: tuple[str, ...] = ()
    wait: bool = False


AT_ONCE = (
    Step(YOU, "/sentiment check I love this server, you are all wonderful"),
    Step(YOU, "/sentiment check That update is the worst thing that ever happened to my laptop"),
    Step(YOU, "/sentiment check I'm not happy about the new rules"),
    Step(YOU, "/sentiment check I hate Mondays but I love you"),
    Step(YOU, "/sentiment check The meeting is at three o'clock"),
)
STOP = "Stop"
COUNTED = "/sentiment coverage period:30 days"  # asked often, and so without a chart
ONCE_COUNTED = (
    Step(
        YOU,
        "/sentiment backfill",
        "Finished days show up within the hour; after a reading of the past, at once.",
        wait=True,
    ),
    Step(YOU, "/sentiment channel channel:#general period:30 days"),
    Step(YOU, "/sentiment server period:30 days"),
    Step(YOU, "/sentiment trend period:30 days", "Somewhere in it two evenings went wrong."),
    Step(
        MODERATOR,
        "/sentiment now period:Last 7 days",
        "Mira moderates: what happened, where, since when, and is it over?",
        press=("Which messages?", "Is it over?", "Who was there?", "Seen before?"),
    ),
    Step("diego", "/sentiment me period:30 days", "Diego asks about himself: only he sees it."),
    Step(YOU, "/sentiment member member:@Diego", "Looking at others is off at first."),
    Step(
        YOU,
        "/sentiment settings",
        "An administrator may turn it on.",
        choose=(
            ("Page", "Moderators, and who sees what"),
            ("Member lookup", "Member lookup: on"),
        ),
    ),
    Step(YOU, "/sentiment member member:@Diego period:30 days"),
    Step("tomasz", "/sentiment member member:@Diego", "Tomasz still may not."),
    Step("tomasz", "/sentiment trend period:7 days", "Members see whole days, and no quiet ones."),
    Step("tomasz", "/sentiment privacy show"),
    Step("tomasz", "/sentiment privacy opt-out", press=("Yes, erase",)),
    Step("tomasz", "/sentiment privacy show"),
    Step("tomasz", "/sentiment privacy opt-in"),
    Step(YOU, "/sentiment help"),
)


class Guide:
    """Asks on behalf of people, prints question and answer, and saves pictures."""

    def __init__(
        self, discord: LoopbackDiscord, sample: Sample, pictures: Path, say: Callable[[str], None]
    ) -> None:
        self._discord = discord
        self._sample = sample
        self._pictures = pictures
        self._say = say
        self._saved = 0

    async def show(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            await self._take(step)

    async def show_menu(self, message: Message) -> None:
        """Somebody right-clicks a message and checks its mood."""
        author, you = message.author.display_name, self._sample.you
        try:
            menu = self._discord.commands.find(None, CommandType.MESSAGE_MENU, MENU, you.locale)
            name = shown(menu, "name", you.locale)
            self._say(f'\nYou right-click on {author}\'s "{message.content}" → Apps → {name}')
            self.print(await self._discord.message_menu(you, message, name))
        except (CommandLineError, NoAnswerError) as error:
            self._say(f"  ({error})")

    async def wait_until_counted(self) -> None:
        """Ask how much is counted until the answer does not change any more."""
        same: list[object] = []
        place = self._sample.places["general"]
        try:
            async with asyncio.timeout(SECONDS_TO_SETTLE):
                while len(same) < SETTLED_AFTER:
                    reply = await self._discord.command(self._sample.you, place, COUNTED)
                    answer = [{**embed, "timestamp": None} for embed in reply.embeds]
                    same = [*same, answer] if same and same[-1] == answer else [answer]
                    await asyncio.sleep(SECONDS_BETWEEN_ASKING)
        except (TimeoutError, CommandLineError, NoAnswerError) as error:
            self._say(f"  (Not all may be counted yet. {error})")

    def print(self, reply: Reply) -> None:
        """Print a reply; its pictures go into the folder."""
        saved = {}
        for name, data in reply.files.items():
            self._saved += 1
            path = self._pictures / f"{self._saved:02}-{name}"
            try:
                path.write_bytes(data)
            except OSError as error:
                self._say(f"  (The picture could not be saved as {path}: {error.strerror}.)")
            else:
                saved[name] = path
        self._say(layout.show(reply, self._discord.world, saved))

    async def _take(self, step: Step) -> None:
        user = self._user(step.who)
        self._say(f"\n{user.display_name}: {step.line}" + (f"   ({step.why})" if step.why else ""))
        try:
            reply = await self._discord.command(user, self._sample.places["general"], step.line)
            if step.wait:
                reply = await self._end_of(reply)
            self.print(reply)
            for name, option in step.choose:
                self._say(f"\n{user.display_name}: [{name}: {option}]")
                await self._discord.choose(reply, name, [option])
                reply = self._discord.look_again(reply)
                self.print(reply)
            for label in step.press:
                if label in reply.buttons:
                    self._say(f"\n{user.display_name}: [{label}]")
                    self.print(await self._discord.press(reply, label))
        except (CommandLineError, NoAnswerError) as error:
            self._say(f"  ({error})")

    async def _end_of(self, reply: Reply) -> Reply:
        """The answer as it is once it has no button to stop it any more, or after a long while."""
        try:
            async with asyncio.timeout(SECONDS_TO_SETTLE):
                while STOP in reply.buttons:
                    await asyncio.sleep(SECONDS_BETWEEN_ASKING)
                    reply = self._discord.look_again(reply)
        except TimeoutError:
            self._say("  (It goes on.)")
        return reply

    def _user(self, name: str) -> User:
        return self._sample.you if name == YOU else self._sample.people[name]
