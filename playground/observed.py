"""What passes between the bot and the server, for whoever wants to watch: tests, and the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from playground.world import Json


@dataclass(frozen=True, slots=True)
class RestExchange:
    """One request and its answer.

    `route` is the path as Discord documents it (`/channels/{channel_id}/messages`); `request` and
    `answer` are parsed JSON, `None` where there was no body. `files` names what was uploaded.
    """

    method: str
    route: str
    query: dict[str, str]
    request: Any
    files: tuple[str, ...]
    status: int
    answer: Any


@dataclass(frozen=True, slots=True)
class GatewayFrame:
    """One message on the gateway's socket."""

    sender: Literal["bot", "server"]
    payload: Json


Observer = Callable[[RestExchange | GatewayFrame], None]
