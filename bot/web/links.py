"""Links that let one member in, once: signed, and good for ten minutes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import astuple, dataclass

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

GOOD_FOR_SECONDS = 600
MOST_USED = 100_000
"""So many used links are remembered; in ten minutes no more are made by far."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom a link lets in: the member of a guild who asked for it, by which command of Discord's
    (its id), and in which language."""

    guild_id: int
    user_id: int
    command_id: int
    language: str


class Links:
    """Makes links and uses them up. The key is made at the start and known to nobody else: so a
    restart ends all links, and no other process takes them."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` says seconds that never go back, whenever it began."""

        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(clock())

        self._clock = clock
        self._serializer = URLSafeTimedSerializer(
            secrets.token_bytes(32), salt="barometer link", signer=Signer
        )
        self._used: dict[str, float] = {}

    def make(self, invited: Invited) -> str:
        """A token; only letters, digits and `-_.`."""
        token = self._serializer.dumps([secrets.token_urlsafe(16), *astuple(invited)])
        assert isinstance(token, str)  # noqa: S101 (bytes only of a serializer that makes bytes)
        return token

    def look(self, token: str) -> Invited | None:
        """Whom it would let in now; that uses nothing up."""
        found = self._read(token)
        return None if found is None else found[1]

    def use(self, token: str) -> Invited | None:
        """Whom it lets in; from now on nobody. `None`: it is forged, used or too old."""
        found = self._read(token)
        if found is None:
            return None
        nonce, invited = found
        now = self._clock()
        self._used = {nonce: until for nonce, until in self._used.items() if until > now}
        if len(self._used) >= MOST_USED:
            return None
        self._used[nonce] = now + GOOD_FOR_SECONDS + 1
        return invited

    def _read(self, token: str) -> tuple[str, Invited] | None:
        try:
            nonce, *told = self._serializer.loads(token, max_age=GOOD_FOR_SECONDS)
        except BadData:
            return None
        if nonce in self._used:
            return None
        return nonce, Invited(*told)
