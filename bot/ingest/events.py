"""What happens on Discord, as the bot counts it. Knows nothing of Discord's library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from storage.records import DeletedChannel, DeletedMessages


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message on its way to the classifier: the last place that holds its text.

    Ids are Discord's snowflakes; `parent_id` is the channel above a thread or forum post,
    `category_id` the category of its channel;
    `edited_at` is aware (UTC), `None` for a message as first sent. `text` is kept out of the
    repr, so that no log or traceback shows it. `read_again`: somebody asked for the past, in which
    it is; then its score takes the place of another model's.
    """

    message_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    author_id: int
    reply_to: int | None
    edited_at: datetime | None
    text: str = field(repr=False)
    read_again: bool = False
    category_id: int | None = None


Event = IncomingMessage | DeletedMessages | DeletedChannel


def are_ids(*numbers: int | None) -> bool:
    """Whether Discord can have made these ids (`None`: no id is one): 1 to 2^63 - 1."""
    return all(number is None or 0 < number < 2**63 for number in numbers)


def until_now(event: Event, is_future: Callable[[int], bool]) -> Event | None:
    """What of the event is about ids that can have been made by now; `None`: nothing.

    A message of the future would never end, and a mark of its deletion neither.
    """
    match event:
        case IncomingMessage(message_id=message_id):
            return None if is_future(message_id) else event
        case DeletedMessages(message_ids=message_ids) if any(map(is_future, message_ids)):
            past = tuple(each for each in message_ids if not is_future(each))
            return replace(event, message_ids=past) if past else None
    return event
