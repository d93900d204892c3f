"""What a client says on the gateway, read as Discord reads it: anything else is closed with 4002.

https://discord.com/developers/docs/events/gateway-events#send-events
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from playground.forms import Form, Snowflake


class Identify(Form):
    token: str
    intents: Annotated[int, Field(ge=0, lt=1 << 53)]
    shard: tuple[int, int] = (0, 1)


class Resume(Form):
    token: str
    session_id: str
    seq: Annotated[int, Field(ge=0)]


class RequestMembers(Form):
    """Members by their ids, or (without them) all that the bot may be told of."""

    guild_id: Snowflake
    user_ids: list[Snowflake] | Snowflake | None = None
    nonce: str | None = None

    def ids(self) -> set[int] | None:
        """Whom it asks for; `None`: everybody."""
        if isinstance(self.user_ids, int):
            return {self.user_ids}
        return None if self.user_ids is None else set(self.user_ids)
