"""The address by which browsers reach the page: what an operator sets, or this machine's own."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

_OWN = {"0.0.0.0": "127.0.0.1", "::": "::1", "localhost": "127.0.0.1"}  # noqa: S104
"""How a machine reaches itself, instead of by what stands for all its addresses, and by a name
without a dot, which Discord takes in no link."""


def is_loopback(host: str) -> bool:
    """Whether only this machine itself reaches it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bracketed(host: str) -> str:
    """As it stands in an address: "::1" → "[::1]"."""
    return f"[{host}]" if ":" in host else host


def origin_of(url: str) -> str:
    """An address for browsers → its origin. Raises ValueError with a sentence.

    >>> origin_of("https://Mood.Example.org/")
    'https://mood.example.org'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.username is not None or not url.isascii():
        raise ValueError("give a whole address, such as https://mood.example.org")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(
            "give the address alone, such as https://mood.example.org, with nothing behind the name"
        )
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise ValueError(
            "it must begin with https://, because session cookies go over it; only "
            "http://localhost and http://127.0.0.1 need none"
        )
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{bracketed(host)}" + ("" if port in (None, usual) else f":{port}")


@dataclass(frozen=True, slots=True)
class Origins:
    """From where the page's own requests may come: what browsers call its address.

    `main` is the one that links begin with. `public`: an operator set one that other
    machines reach; else it works on the machine that the bot runs on alone.
    """

    main: str
    all: frozenset[str]
    public: bool

    @classmethod
    def of(cls, host: str, port: int, url: str | None) -> Origins:
        """By what is listened on, and the address that is set for browsers.

        Raises ValueError, with a sentence, where no browser could reach it by either.
        """
        if url is not None:
            return cls(url, frozenset({url}), public=not is_loopback(urlsplit(url).hostname or ""))
        if not is_loopback(host) and host not in _OWN:
            raise ValueError(
                "browsers on this machine don't reach that address as their own, and others need "
                "https: set BAROMETER_WEB_URL as well, or use 127.0.0.1"
            )
        main = _OWN.get(host, host)
        found = [f"http://{bracketed(name)}:{port}" for name in ("127.0.0.1", "localhost", "::1")]
        return cls(f"http://{bracketed(main)}:{port}", frozenset(found), public=False)

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser names in the header `Host`."""
        return frozenset(origin.partition("://")[2] for origin in self.all)

    @property
    def is_https(self) -> bool:
        return self.main.startswith("https://")
