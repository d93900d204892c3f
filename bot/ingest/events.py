"""What happens on Discord, as the bot counts it. Knows nothing of Discord's library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from storage.records import DeletedChannel, DeletedMessages


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message on its way to the classifier: the last place that holds its text.

    Ids are Discord's snowflakes; `parent_id` is the channel above a thread or forum post;
    `edited_at` is aware (UTC), `None` for a message as first sent. `text` is kept out of the
    repr, so that no log or traceback shows it.
    """

    message_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    author_id: int
    reply_to: int | None
    edited_at: datetime | None
    text: str = field(repr=False)


Event = IncomingMessage | DeletedMessages | DeletedChannel


def are_ids(*numbers: int | None) -> bool:
    """Whether Discord can have made these ids (`None`: no id is one): 1 to 2^63 - 1."""
    return all(number is None or 0 < number < 2**63 for number in numbers)
