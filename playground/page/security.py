"""Whom the page lets in, and what every answer carries.

The page has no password: it trusts whoever can reach it. So no other site that the same browser
shows may: neither by sending requests here (checked by `Origin`), nor by giving its own name this
address (DNS rebinding, checked by `Host`).
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

READING = frozenset({"GET", "HEAD"})
_SIMPLE = frozenset({"application/json", "multipart/form-data"})

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # colours of embeds; a style can't load anything here
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' {sockets}",  # not every browser counts sockets among 'self'
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",  # no text becomes HTML, not even by mistake
        "trusted-types lit-html",  # but for the page's own constant templates
    )
)
OF_A_FILE = "default-src 'none'; sandbox"
"""For what people uploaded: whatever it is, it does nothing here."""


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine's own.

    >>> [is_loopback(each) for each in ("localhost", "127.0.0.1", "::1", "192.0.2.7", "a.example")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


class Doorkeeper:
    """Lets in who comes by an address of this machine, or by the name that it was told to use.

    `host` is what the page listens on. Where that is not this machine alone (`0.0.0.0`, say), any
    bare address is let in as well: only names can be made to point elsewhere.
    """

    def __init__(self, host: str) -> None:
        self._host = host
        self._is_local = is_loopback(host)

    def install(self, app: web.Application) -> None:
        app.middlewares.append(self._check)
        app.on_response_prepare.append(_add_headers)

    @property
    def _check(self) -> Middleware:
        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            reason = self.refusal(request)
            if reason is not None:
                return web.json_response({"error": reason}, status=403)
            return await handler(request)

        return check

    def refusal(self, request: web.Request) -> str | None:
        """Why a request is not let in; `None` where it is."""
        if not self.knows(request.headers.get("Host", "")):
            return (
                "This page only answers to this machine's own address. Open it as "
                "http://127.0.0.1, with its port."
            )
        changes = request.method not in READING
        if (changes or _wants_socket(request)) and not _is_same_origin(request):
            return "This request did not come from the playground's own page."
        if request.method == "POST" and request.content_type not in _SIMPLE:
            return "Send JSON, with Content-Type: application/json."
        return None

    def knows(self, header: str) -> bool:
        """Whether the `Host` of a request is one of this server's own."""
        try:
            name = urlsplit(f"//{header}").hostname or ""
        except ValueError:
            return False
        if is_loopback(name) or name == self._host.lower():
            return True
        return not self._is_local and _address(name) is not None


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _wants_socket(request: web.Request) -> bool:
    return request.headers.get("Upgrade", "").lower() == "websocket"


def _is_same_origin(request: web.Request) -> bool:
    """Browsers name the origin of each change and socket: https://fetch.spec.whatwg.org/#origin-header"""
    return request.headers.get("Origin") in (f"http://{request.host}", f"https://{request.host}")


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    headers = response.headers
    policy = CONTENT_SECURITY_POLICY.format(sockets=f"ws://{request.host} wss://{request.host}")
    headers.setdefault("Content-Security-Policy", policy)
    headers.setdefault("Cache-Control", "no-store")
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
