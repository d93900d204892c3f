"""What every request must have, and every answer has, whatever it is about."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.logs import describe
from bot.web.origins import Origins

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MOST_BYTES = 4096
"""Of a request's body: the longest that is sent here is a token."""

PATIENCE_SECONDS = 10.0
"""So long a browser may take to send that body: others would wait behind it for ever."""

CSRF_HEADER = "X-Barometer-CSRF"

_CONTENT = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip

HEADERS = {
    "Content-Security-Policy": _CONTENT,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_SECURE = {"Strict-Transport-Security": "max-age=31536000"}


class Guard:
    """Stands before all handlers: names of hosts, cross-site posts, headers, and what fails."""

    def __init__(self, origins: Callable[[], Origins]) -> None:
        self._origins = origins

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await self._answered(request, handler)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if self._origins().is_https:
            answer.headers.update(_SECURE)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            # Another name that leads here is one that somebody else gave this machine
            # (https://owasp.org/www-community/attacks/DNS_Rebinding).
            if request.host.lower() not in self._origins().hosts:
                return failure(421, "wrong_host", "This address isn't the page's own.")
            if request.method not in ("GET", "HEAD") and not self._is_own(request):
                return failure(403, "cross_site", "That didn't come from this page.")
            async with asyncio.timeout(PATIENCE_SECONDS):
                body = await request.read()  # handlers find it there
            if not _is_text(body, request.charset):
                return failure(400, "bad_request", _UNREADABLE)
        except TimeoutError:
            return failure(408, "bad_request", "That took too long to arrive. Please try again.")
        except web.RequestPayloadError:  # it is not packed as it says
            return failure(400, "bad_request", _UNREADABLE)
        except web.HTTPException as error:
            return _refused(error)
        try:
            return await handler(request)
        except web.HTTPException as error:
            return _refused(error)
        except Exception as error:
            # Neither the path, which may hold a token, nor the error's message.
            log.error("A page failed: %s", describe(error))
            words = "Something went wrong on my side, and I've noted it in my log."
            return failure(500, "failed", words)

    def _is_own(self, request: web.Request) -> bool:
        """Whether the request was sent by a page of ours. Browsers let no page forge either header:
        https://developer.mozilla.org/docs/Glossary/Forbidden_request_header"""
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return False
        return request.headers.get("Origin") in self._origins().all


_UNREADABLE = "That can't be read."


def _is_text(body: bytes, charset: str | None) -> bool:
    """Whether a body is in the one encoding that pages of ours send."""
    if (charset or "utf-8").lower() != "utf-8":
        return False
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


_CODES = {404: "not_found", 405: "bad_request", 413: "too_large"}


def _refused(error: web.HTTPException) -> web.Response:
    return failure(error.status, _CODES.get(error.status, "bad_request"), error.reason)


def failure(status: int, code: str, words: str, *, wait: int | None = None) -> web.Response:
    """What went wrong, as JSON; `wait` are the seconds after which it is worth another try."""
    answer = web.json_response({"error": words, "code": code}, status=status)
    if wait is not None:
        answer.headers["Retry-After"] = str(wait)
    return answer


def is_same(told: str | None, secret: str) -> bool:
    """Whether somebody knows a secret; how long this takes says nothing of it."""
    return told is not None and hmac.compare_digest(told.encode(errors="replace"), secret.encode())
