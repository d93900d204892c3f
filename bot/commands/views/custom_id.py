"""What a button or select carries in its `custom_id`, so that no memory of ours is needed."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

LONGEST = 100
"""https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id"""

KIND = re.compile(r"[a-z][a-z-]{0,15}")
_FORM = re.compile(
    rf"({KIND.pattern}):([1-9][0-9]{{0,2}}):(0|[1-9][0-9]{{0,19}}):([0-9]{{1,10}})((?::[\w-]+)*)",
    re.ASCII,
)

PACKED = "[A-Za-z0-9_-]{11}"
"""What `packed` makes of an id, as a pattern."""


def packed(number: int) -> str:
    """An id (0..2^64-1) as an argument of eleven letters: four ids in decimal do not fit.

    >>> packed(1234567890123456789)
    'ESIQ9H3pgRU'
    """
    return urlsafe_b64encode(number.to_bytes(8)).decode("ascii").rstrip("=")


def unpacked(letters: str) -> int:
    """The id of which `packed` made these letters.

    >>> unpacked("ESIQ9H3pgRU")
    1234567890123456789
    """
    return int.from_bytes(urlsafe_b64decode(letters + "="))


@dataclass(frozen=True, slots=True)
class CustomId:
    """Of what kind it is, who may use it, since when it is there, and what about.

    `asker_id` is the user who asked; `None`: nobody did, and whoever the rule allows may use it.
    `at` is exact to the second. `arguments` are words of letters, digits, `_` and `-`.

    >>> str(CustomId("erase", 1, 8, datetime(2026, 5, 20, tzinfo=UTC), ("forget",)))
    'erase:1:8:1779235200:forget'
    """

    kind: str
    version: int
    asker_id: int | None
    at: datetime
    arguments: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Of the text of a `custom_id`. Raises ValueError for what is none of ours."""
        found = _FORM.fullmatch(text) if len(text) <= LONGEST else None
        if found is None:
            raise ValueError("This is no custom_id of ours.")
        kind, version, asker, at, arguments = found.groups()
        return cls(
            kind=kind,
            version=int(version),
            asker_id=int(asker) or None,
            at=datetime.fromtimestamp(int(at), UTC),
            arguments=tuple(arguments.split(":")[1:]),
        )

    def __str__(self) -> str:
        """The text. Raises ValueError for what it cannot hold."""
        head = f"{self.kind}:{self.version}:{self.asker_id or 0}:{int(self.at.timestamp())}"
        text = ":".join((head, *self.arguments))
        whole = all(":" not in argument for argument in self.arguments)
        if not whole or len(text) > LONGEST or _FORM.fullmatch(text) is None:
            raise ValueError(f"A custom_id cannot hold this: {text}")
        return text

    def is_fresh(self, now: datetime, lasting: timedelta) -> bool:
        """Whether it has been there for no longer than `lasting`; from the future it is neither."""
        return abs(now - self.at) <= lasting
