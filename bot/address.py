"""Addresses as an operator sets them: where something listens, and by what browsers reach it."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urlsplit

_HOST = re.compile(r"[0-9A-Za-z.:%_-]+")


class Address(NamedTuple):
    """Where something listens."""

    host: str
    port: int

    @property
    def is_of_this_machine(self) -> bool:
        """Whether nobody else reaches it."""
        return is_loopback(self.host)

    def __str__(self) -> str:
        return f"{bracketed(self.host)}:{self.port}"


def listening_at(text: str, example: str = "127.0.0.1:9464") -> Address:
    """A host and a port, or a port of this machine alone. Raises ValueError with a sentence.

    listening_at("9464") -> Address("127.0.0.1", 9464)
    listening_at("[::]:9464") -> Address("::", 9464)
    """
    host, _, port = (
        f"127.0.0.1:{text}".rpartition(":") if text.isdecimal() else text.rpartition(":")
    )
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or int(port) > 65_535 or not _HOST.fullmatch(host):
        raise ValueError(f"give an address and a port, such as {example}")
    return Address(host, int(port))


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
