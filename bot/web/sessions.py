"""Who is in: sessions in memory, by the hash of a random id that only the browser has."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.web.links import Invited
from bot.web.membership import Rights

LASTING_SECONDS = 3600
A_PERSON = 4
"""So many sessions a member has at a time; a newer one ends the oldest."""
IN_ALL = 10_000


@dataclass(slots=True, eq=False)
class Session:
    """A browser that one member let in. `csrf` must come with all that changes something.

    `began_with` is what they could see when it began, as far as that is known yet.
    """

    invited: Invited
    expires: float
    clock: Callable[[], float] = field(repr=False)
    rights: Rights
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    began_with: frozenset[str] | None = None

    @property
    def seconds_left(self) -> float:
        return self.expires - self.clock()


class Sessions:
    """Those that last, the oldest first. Nothing is written down: a restart ends them all."""

    def __init__(self, clock: Callable[[], float], rights: Callable[[Invited], Rights]) -> None:
        """`clock` says seconds that never go back; `rights` begins to ask about a member."""
        self._clock = clock
        self._rights = rights
        self._lasting: dict[bytes, Session] = {}

    def begin(self, invited: Invited) -> tuple[str, Session]:
        """A session for a member, and the id that its browser is to keep.

        When it is over it is forgotten, also if nobody comes any more."""
        same = [
            key
            for key, each in self._lasting.items()
            if (each.invited.guild_id, each.invited.user_id) == (invited.guild_id, invited.user_id)
        ]
        for key in same[: len(same) - A_PERSON + 1] if len(same) >= A_PERSON else ():
            del self._lasting[key]
        while len(self._lasting) >= IN_ALL:
            del self._lasting[next(iter(self._lasting))]
        number = secrets.token_urlsafe(32)
        expires = self._clock() + LASTING_SECONDS
        session = Session(invited, expires, self._clock, self._rights(invited))
        key = _hashed(number)
        self._lasting[key] = session
        asyncio.get_running_loop().call_later(LASTING_SECONDS, self._forget, key)
        return number, session

    def get(self, number: str) -> Session | None:
        """The session with this id; `None` if there is none any more."""
        session = self._lasting.get(_hashed(number))
        if session is None or session.seconds_left <= 0:
            return None
        return session

    def end(self, ended: Session) -> None:
        self._lasting = {key: each for key, each in self._lasting.items() if each is not ended}

    def __len__(self) -> int:
        return len(self._lasting)

    def _forget(self, key: bytes) -> None:
        self._lasting.pop(key, None)


def _hashed(number: str) -> bytes:
    return hashlib.sha256(number.encode("utf-8", "surrogatepass")).digest()
