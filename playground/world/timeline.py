"""The messages of one channel, in the order of their ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Numbered(Protocol):
    """Whatever has an id that grows with time."""

    id: int


Item = TypeVar("Item", bound=Numbered)


class Timeline(Generic[Item]):
    """Messages by id; iterating gives them oldest first."""

    def __init__(self) -> None:
        self._messages: dict[int, Item] = {}
        self._ids: list[int] = []

    def __iter__(self) -> Iterator[Item]:
        return (self._messages[message_id] for message_id in self._ids)

    def add(self, message: Item) -> None:
        insort(self._ids, message.id)
        self._messages[message.id] = message

    def remove(self, message_id: int) -> None:
        del self._messages[message_id]
        del self._ids[bisect_left(self._ids, message_id)]

    def find(self, message_id: int) -> Item | None:
        return self._messages.get(message_id)

    @property
    def last_id(self) -> int | None:
        return self._ids[-1] if self._ids else None

    def page(self, *, before: int | None, after: int | None, limit: int) -> list[Item]:
        """Up to `limit` messages, newest first, as `GET /channels/{id}/messages` gives them.

        With `after` they are the oldest of those that follow it, else the newest.
        """
        start = 0 if after is None else bisect_right(self._ids, after)
        end = len(self._ids) if before is None else bisect_left(self._ids, before)
        if after is not None:
            end = min(end, start + limit)
        else:
            start = max(start, end - limit)
        return [self._messages[message_id] for message_id in reversed(self._ids[start:end])]

    def around(self, message_id: int, limit: int) -> list[Item]:
        """Half of `limit` before a message, itself, and half after it, newest first.

        With an even limit that may be one more than the limit; the message itself may be gone.
        """
        half = limit // 2
        start = bisect_left(self._ids, message_id)
        end = bisect_right(self._ids, message_id)
        ids = self._ids[max(0, start - half) : end + half]
        return [self._messages[each] for each in reversed(ids)]
