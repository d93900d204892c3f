"""How often the bot may ask: each route on its own, and all of them together.

https://docs.discord.com/developers/topics/rate-limits

Discord names no numbers for its routes, as they may change at any time: clients are to read the
headers. Those below are what its headers have been seen to say, gathered in the documentation of
the library hata. Documented are 50 requests a second in all (interactions not counted), and 10,000
invalid ones (401, 403, 429) in ten minutes, after which the address is turned away.
"""

from __future__ import annotations

import hashlib
import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import time

from playground.errors import RateLimitedError

MAJOR_PARAMETERS = ("channel_id", "guild_id", "webhook_id", "webhook_token")
MOST_WINDOWS = 10_000  # that are kept before those that are over are thrown away
INVALID_STATUSES = (401, 403, 429)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in a window of so many seconds, which the first of them begins.

    Routes with the same `shared` name have one window together.
    """

    requests: int
    seconds: float
    shared: str = ""


GLOBAL = Limit(50, 1.0)
INVALID = Limit(10_000, 600.0)

_MESSAGES = "/channels/{channel_id}/messages"
_COMMANDS = "/applications/{application_id}/commands"
_GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands"
_ANSWERS = "/webhooks/{webhook_id}/{webhook_token}"
_ANSWER = Limit(5, 2.0, "interaction")
ROUTES: Mapping[tuple[str, str], Limit] = {
    ("GET", "/gateway/bot"): Limit(2, 5.0),
    ("GET", "/users/@me/guilds"): Limit(1, 1.0),
    ("GET", "/users/{user_id}"): Limit(30, 30.0),
    ("GET", "/guilds/{guild_id}/members/{user_id}"): Limit(5, 1.0),
    ("POST", "/channels/{channel_id}/typing"): Limit(5, 5.0),
    ("GET", _MESSAGES): Limit(5, 5.0),
    ("POST", _MESSAGES): Limit(5, 5.0),
    ("POST", _MESSAGES + "/bulk-delete"): Limit(1, 3.0),
    ("GET", _MESSAGES + "/{message_id}"): Limit(5, 5.0),
    ("PATCH", _MESSAGES + "/{message_id}"): Limit(5, 5.0),
    ("DELETE", _MESSAGES + "/{message_id}"): Limit(3, 1.0),
    ("PUT", _COMMANDS): Limit(2, 60.0),
    ("PUT", _GUILD_COMMANDS): Limit(2, 60.0),
    ("POST", _ANSWERS): _ANSWER,
    ("PATCH", _ANSWERS + "/messages/@original"): _ANSWER,
    ("DELETE", _ANSWERS + "/messages/@original"): _ANSWER,
    ("PATCH", _ANSWERS + "/messages/{message_id}"): _ANSWER,
    ("DELETE", _ANSWERS + "/messages/{message_id}"): _ANSWER,
}

QUICK_READING: Mapping[tuple[str, str], Limit] = {**ROUTES, ("GET", _MESSAGES): Limit(50, 1.0)}
"""For a visitor, who would wait a quarter of a minute until thirty days of talk are read."""


@dataclass(slots=True)
class _Window:
    resets_at: float
    left: int


@dataclass(slots=True)
class RateLimits:
    """Counts requests. `clock` gives seconds since 1970."""

    routes: Mapping[tuple[str, str], Limit] = field(default_factory=lambda: ROUTES)
    overall: Limit = GLOBAL
    invalid: Limit = INVALID
    clock: Callable[[], float] = time
    _windows: dict[tuple[str, ...], _Window] = field(default_factory=dict)
    _invalid_at: deque[float] = field(default_factory=deque)

    def take(
        self, method: str, route: str, params: Mapping[str, str], *, counts_overall: bool
    ) -> dict[str, str]:
        """Count a request, and give the headers of its answer (none where the route has no limit).

        Requests with the token of an interaction do not count for the overall limit. Raises
        RateLimitedError, with the headers of a refusal, for one too many.
        """
        if counts_overall and not self._is_within(("",), self.overall):
            raise RateLimitedError(self._seconds_left(("",)), {"X-RateLimit-Global": "true"})
        limit = self.routes.get((method, route))
        if limit is None:
            return {}
        bucket = limit.shared or f"{method} {route}"
        key = (bucket, *(params[name] for name in MAJOR_PARAMETERS if name in params))
        is_within = self._is_within(key, limit)
        headers = self._headers(bucket, key, limit)
        if not is_within:
            raise RateLimitedError(self._seconds_left(key), headers)
        return headers

    def note(self, status: int) -> None:
        """Take in what was answered: who is refused too often is turned away altogether."""
        if status in INVALID_STATUSES:
            self._invalid_at.append(self.clock())

    def is_turned_away(self) -> bool:
        """Whether the bot's address has made too many invalid requests of late."""
        oldest = self.clock() - self.invalid.seconds
        while self._invalid_at and self._invalid_at[0] < oldest:
            self._invalid_at.popleft()
        return len(self._invalid_at) >= self.invalid.requests

    def _is_within(self, key: tuple[str, ...], limit: Limit) -> bool:
        now = self.clock()
        window = self._windows.get(key)
        if window is None or window.resets_at <= now:
            if len(self._windows) >= MOST_WINDOWS:
                self._windows = {k: w for k, w in self._windows.items() if w.resets_at > now}
            window = self._windows[key] = _Window(now + limit.seconds, limit.requests)
        if window.left == 0:
            return False
        window.left -= 1
        return True

    def _seconds_left(self, key: tuple[str, ...]) -> float:
        """Until the window is over, to the millisecond above."""
        return math.ceil((self._windows[key].resets_at - self.clock()) * 1000) / 1000

    def _headers(self, bucket: str, key: tuple[str, ...], limit: Limit) -> dict[str, str]:
        window = self._windows[key]
        return {
            "X-RateLimit-Limit": str(limit.requests),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset": f"{window.resets_at:.3f}",
            "X-RateLimit-Reset-After": f"{self._seconds_left(key):.3f}",
            "X-RateLimit-Bucket": hashlib.sha256(bucket.encode()).hexdigest()[:32],
        }
