"""Where the page listens, and whether a browser can be opened to show it."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping

from playground.errors import PlaygroundError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8642
PORTS_TRIED = 20


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens there; without a port on the first free one from 8642 on.

    Raises PlaygroundError with what to do instead.
    """
    if port is not None:
        found = _listen(host, port)
        if found is None:
            raise PlaygroundError(
                f"Port {port} is taken: another program listens there, maybe another playground. "
                "Stop it, or choose another port with --port."
            )
        return found
    for candidate in range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED):
        found = _listen(host, candidate)
        if found is not None:
            return found
    raise PlaygroundError(
        f"Ports {DEFAULT_PORT} to {DEFAULT_PORT + PORTS_TRIED - 1} are all taken. "
        "Choose another one with --port."
    )


def _listen(host: str, port: int) -> socket.socket | None:
    """`None` where the port is taken."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, reuse_port=False)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return None
        if sys.platform == "win32" and error.errno == errno.EACCES:  # so it says "taken", too
            return None
        raise PlaygroundError(
            f"The page can't listen at {host}, port {port}: {error.strerror}. "
            "Choose others with --host and --port."
        ) from None


def can_show_browser(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether somebody sits at this machine's screen: not under CI, by ssh, or without a display.

    >>> can_show_browser({"DISPLAY": ":0"}, "linux"), can_show_browser({}, "linux")
    (True, False)
    """
    if any(environment.get(name) for name in ("CI", "SSH_CONNECTION", "SSH_TTY")):
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show(url: str) -> None:
    """Open a browser, if there is one; nobody waits for it."""
    if can_show_browser(os.environ):
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
