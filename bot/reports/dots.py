"""The messages of one stretch, one dot each. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Sounds = Literal["negative", "neutral", "positive", "unsure"]
"""How a message sounded; *unsure* where the net could not tell."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One message: when it was sent (aware), and how it sounds."""

    at: datetime
    sounds: Sounds


@dataclass(frozen=True, slots=True)
class Dots:
    """The messages of a channel in order of time; at the one sent at `turned`, if any, it turned.

    None of them says whose it is.
    """

    name: str
    dots: tuple[Dot, ...]
    turned: datetime | None = None

    @property
    def negative(self) -> int:
        return sum(dot.sounds == "negative" for dot in self.dots)
