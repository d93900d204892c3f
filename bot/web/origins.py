"""From where the requests of the page in a browser may come."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.address import bracketed, is_loopback, origin_of

_OWN = {"0.0.0.0": "127.0.0.1", "::": "::1", "localhost": "127.0.0.1"}  # noqa: S104
"""How a machine reaches itself, instead of by what stands for all its addresses, and by a name
without a dot, which Discord takes in no link."""


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
        found = [_origin(name, port) for name in ("127.0.0.1", "localhost", "::1")]
        return cls(_origin(main, port), frozenset(found), public=False)

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser names in the header `Host`."""
        return frozenset(origin.partition("://")[2] for origin in self.all)

    @property
    def is_https(self) -> bool:
        return self.main.startswith("https://")


def _origin(host: str, port: int) -> str:
    """Browsers leave the usual port out: https://url.spec.whatwg.org/#port-state."""
    return origin_of(f"http://{bracketed(host)}:{port}")
