"""What of a batch of messages must not be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.records.messages import Placed


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What of a batch of messages must not be stored.

    `channels` holds, as (guild id, channel id), those that administrators left out, and categories
    and threads likewise;
    `excluded_up_to` holds, by (guild id, user id), the highest message id that must not be stored
    of a member who opted out (2^63-1) or had messages erased; `command_marks` holds the signs of
    the guilds that chose other ones than the usual (see `GuildSettings`).
    """

    channels: frozenset[tuple[int, int]] = frozenset()
    excluded_up_to: Mapping[tuple[int, int], int] = field(default_factory=dict)
    command_marks: Mapping[int, str] = field(default_factory=dict)

    def __contains__(self, message: Placed) -> bool:
        """Whether this message must not be stored: for its channel, what is above, or its author.

        Knows only the members who were asked about.
        """
        guild = message.guild_id
        places = (message.channel_id, message.parent_id, message.category_id)
        if any((guild, place) in self.channels for place in places):
            return True
        return message.message_id <= self.excluded_up_to.get((guild, message.author_id), 0)
