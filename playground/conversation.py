"""The sample conversation: the lines of conversation.txt, spread over the last thirty days.

`read` parses the file, `schedule` makes some 3,000 messages of its 200 lines (pure, from a fixed
seed), `Sample` puts the people and channels into a world and says the lines there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from importlib.resources import files
from random import Random
from typing import Literal, cast, get_args

from playground.errors import ConversationError

Mood = Literal["calm", "heated", "mending", "outbreak", "settling"]
"""The last two are not of the thirty days: they are kept for an evening that is played."""

DAYS = 30
STRETCHES_A_DAY = 13
WEEKEND = 1.25  # people write more when they are free
HEATED_DAYS = (4, 18)  # days ago; each is mended on the day after
PARTS_OF_DAY = {  # hours of the day (UTC) at which a stretch may begin
    "morning": (6.0, 10.0),
    "day": (10.0, 17.0),
    "evening": (17.0, 22.0),
    "night": (22.0, 23.7),
    "any": (7.0, 23.0),
}
SECONDS_BETWEEN_LINES = 35.0

_LINE = re.compile(r"(\w+)(?: \^(\d*))?: (.+)")
_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written; `answers` counts how many lines above the one that it answers is."""

    member: str
    text: str
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that stay together, in one channel or thread."""

    place: str
    mood: Mood
    part: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Script:
    """All of the file: the server's name, its people and places, and what is said."""

    server: str = ""
    emojis: list[str] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said at a moment; `answers` is the index of another saying in the schedule."""

    at: datetime
    member: str
    place: str
    text: str
    mood: Mood
    answers: int | None = None

    @property
    def is_heated(self) -> bool:
        return self.mood == "heated"


def read(text: str | None = None) -> Script:
    """Parse a conversation (default: the one that ships). Raises ConversationError."""
    if text is None:
        text = files("playground").joinpath("conversation.txt").read_text(encoding="utf-8")
    script = Script()
    lines: list[Line] = []
    for number, row in enumerate(text.splitlines(), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        try:
            if row.startswith("== "):
                lines = []
                _open_stretch(script, row.removeprefix("== "))
            elif script.stretches:
                lines.append(_line(script, row, above=len(lines)))
                last = script.stretches[-1]
                script.stretches[-1] = Stretch(last.place, last.mood, last.part, tuple(lines))
            else:
                _header(script, row)
        except (KeyError, ValueError) as error:
            raise ConversationError(f"Line {number} of the conversation: {error}") from None
    return script


def schedule(script: Script, until: datetime, *, seed: int = 11) -> list[Saying]:
    """Spread the conversation over the thirty days before `until` (aware), oldest first.

    The same seed gives the same conversation. Each day is a run of stretches, varied in words;
    in a place only one stretch is going on at a time. `HEATED_DAYS` ago the evening is heated.
    """
    random = Random(seed)  # noqa: S311 (small talk, not a secret)
    calm = _endless(random, [each for each in script.stretches if each.mood == "calm"])
    said: list[tuple[Saying, int | None]] = []
    for days_ago in range(DAYS, -1, -1):
        midnight = (until - timedelta(days=days_ago)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        free_at: dict[str, datetime] = {}
        for begin, stretch in _day(random, script, calm, midnight, days_ago):
            begin = max(begin, free_at.get(stretch.place, begin))
            free_at[stretch.place] = _say(random, stretch, begin, said)
    return _within(said, until - timedelta(days=DAYS), until)


def vary(random: Random, text: str) -> str:
    """Choose one of each `{one|another|}`, and type now and then a little more loosely.

    >>> vary(Random(1), "{good|nice} day {:)|}")  # doctest: +SKIP
    'good day :)'
    """
    text = _CHOICE.sub(lambda found: random.choice(found[1].split("|")), text)
    text = " ".join(text.split()).replace(" .", ".").replace(" !", "!").replace(" ?", "?")
    if random.random() < 0.15:
        text = text.removesuffix(".")
    if random.random() < 0.1:
        text = text[:1].lower() + text[1:]
    return text


def _day(
    random: Random, script: Script, calm: Iterator[Stretch], midnight: datetime, days_ago: int
) -> list[tuple[datetime, Stretch]]:
    """The stretches of one day and when each is to begin, in order."""
    busy = STRETCHES_A_DAY * (WEEKEND if midnight.weekday() >= 5 else 1.0)
    chosen = [next(calm) for _ in range(round(busy * random.uniform(0.85, 1.15)))]
    heated = [each for each in script.stretches if each.mood == "heated"]
    if days_ago in HEATED_DAYS:
        chosen = [each for each in chosen if each.part in ("morning", "day")]
        chosen += heated * 2 if days_ago == min(HEATED_DAYS) else heated
    if days_ago + 1 in HEATED_DAYS:
        chosen += [each for each in script.stretches if each.mood == "mending"]
    timed = [
        (midnight + timedelta(hours=random.uniform(*PARTS_OF_DAY[each.part])), each)
        for each in chosen
    ]
    return sorted(timed, key=lambda pair: pair[0])


def _say(
    random: Random, stretch: Stretch, begin: datetime, said: list[tuple[Saying, int | None]]
) -> datetime:
    """Say all of a stretch, people taking their time; give when the place is free again."""
    first, now = len(said), begin
    for index, line in enumerate(stretch.lines):
        answers = None if line.answers is None else first + index - line.answers
        text = vary(random, line.text)
        said.append((Saying(now, line.member, stretch.place, text, stretch.mood), answers))
        now += timedelta(seconds=2 + random.expovariate(1 / SECONDS_BETWEEN_LINES))
    return now + timedelta(minutes=2)


def _within(
    said: Sequence[tuple[Saying, int | None]], since: datetime, until: datetime
) -> list[Saying]:
    """The sayings of a time in order, with what they answer found at its new index."""
    order = sorted(
        (index for index, (each, _) in enumerate(said) if since <= each.at < until),
        key=lambda index: said[index][0].at,
    )
    place = {index: position for position, index in enumerate(order)}
    return [
        replace(each, answers=None if to is None else place.get(to))
        for each, to in (said[index] for index in order)
    ]


def _endless(random: Random, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """All stretches in ever new order, so that none is heard twice before all were heard."""
    while True:
        yield from random.sample(stretches, len(stretches))


def _header(script: Script, row: str) -> None:
    kind, _, value = row.partition(": ")
    name, _, rest = (part.strip() for part in value.partition(">" if kind == "thread" else "="))
    match kind:
        case "server":
            script.server = value
        case "emoji":
            script.emojis.append(value)
        case "member":
            script.members[name] = rest
        case "channel":
            script.channels[name] = rest
        case "thread":
            script.threads[rest] = name
        case _:
            raise ValueError(f'"{kind}" is not known before the first stretch')


def _open_stretch(script: Script, heading: str) -> None:
    place, mood, part, *_ = [*(word.strip() for word in heading.split(",")), "any"]
    if place not in script.channels and place not in script.threads:
        raise ValueError(f'there is no channel or thread "{place}"')
    if mood not in get_args(Mood):
        raise ValueError(f'"{mood}" is none of {", ".join(get_args(Mood))}')
    if part not in PARTS_OF_DAY:
        raise ValueError(f'"{part}" is no part of a day')
    script.stretches.append(Stretch(place, cast("Mood", mood), part, ()))


def _line(script: Script, row: str, above: int) -> Line:
    found = _LINE.fullmatch(row)
    if found is None:
        raise ValueError("write it as member: text")
    member, up, text = found.groups()
    if member not in script.members:
        raise ValueError(f'there is no member "{member}"')
    answers = None if up is None else int(up or 1)
    if answers is not None and answers > above:
        raise ValueError(f"there are only {above} lines above it")
    return Line(member, text, answers)
