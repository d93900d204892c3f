"""One use of a command, component or modal, and the event INTERACTION_CREATE that tells of it.

The event says who asks, where, and what they and the bot may do there.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import perf_counter

from playground.interactions.modal import Modal
from playground.world import (
    ENGLISH,
    Channel,
    Json,
    Message,
    User,
    World,
    grants,
    message_payloads,
    payloads,
    permissions,
)
from playground.world.application import Application

APPLICATION_COMMAND, MESSAGE_COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
IN_GUILD, IN_BOT_DM = 0, 1
ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024


@dataclass(slots=True)
class Interaction:
    """One use of a command, component or modal, from the asking to the end of its token.

    `pressed_on` is the message whose component was used, or which had the component that opened
    the modal. `original` is the answer that the bot knows as `@original`: with a component that
    may be the same message, changed. `messages` are all that the bot may still change with this
    token. `opened_by` is how a modal was come by. With `for_oneself` the bot is no member of the
    server: whoever asks has installed it for themselves. What is answered to the asker alone is
    shown to nobody if it was asked `aside`.
    """

    id: int
    token: str
    user: User
    channel: Channel
    kind: int = APPLICATION_COMMAND
    pressed_on: Message | None = None
    opened_by: Interaction | None = None
    for_oneself: bool = False
    aside: bool = False
    asked_at: float = field(default_factory=perf_counter)
    original: Message | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    first_seconds: float | None = None
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Future[Answer] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def __post_init__(self) -> None:
        if self.pressed_on is not None:
            self.messages[self.pressed_on.id] = self.pressed_on

    def answer_with(self, answer: Answer) -> None:
        """Whoever waits gets the first answer."""
        if not self.answered.done():
            self.answered.set_result(answer)


Answer = Message | Modal | list[Json]
"""A message, a form that was opened, or the choices for an option that is being typed."""


def metadata(interaction: Interaction) -> Json:
    """What a message tells of the interaction that it answers."""
    told: Json = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": payloads.user(interaction.user),
        "authorizing_integration_owners": installers(interaction),
    }
    if interaction.opened_by is not None:
        told["triggering_interaction_metadata"] = metadata(interaction.opened_by)
    elif interaction.pressed_on is not None:
        told["interacted_message_id"] = str(interaction.pressed_on.id)
    return told


def event_of(interaction: Interaction, data: Json, world: World, application: Application) -> Json:
    """The event that puts a question to the bot; `data` says what was used."""
    channel = interaction.channel
    event: Json = {
        "id": str(interaction.id),
        "application_id": str(application.id),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "locale": interaction.user.locale,
        "channel_id": str(channel.id),
        "entitlements": [],
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
        "authorizing_integration_owners": installers(interaction),
        "data": data,
    }
    if interaction.pressed_on is not None:
        event["message"] = message_payloads.message(interaction.pressed_on, world)
    if channel.guild_id is None:
        return event | {
            "context": IN_BOT_DM,
            "user": payloads.user(interaction.user),
            "channel": payloads.channel(channel),
            "app_permissions": payloads.bits(permissions.ALL),
        }
    guild = world.guild_of(channel)
    member = guild.members[interaction.user.id]
    granted = grants.in_channel(guild, channel, member)
    own = granted  # where the bot is no member, it may do what the person may
    if not interaction.for_oneself:
        own = grants.in_channel(guild, channel, guild.members[application.bot.id])
    return event | {
        "context": IN_GUILD,
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": ENGLISH, "features": []},
        "guild_locale": ENGLISH,
        "member": payloads.member(member, granted=granted),
        "channel": payloads.channel(channel) | {"permissions": payloads.bits(granted)},
        "app_permissions": payloads.bits(own),
    }


def installers(interaction: Interaction) -> dict[str, str]:
    """Who installed the bot here: "0" stands for a guild (whose id is 0 in direct messages), "1"
    for the one who asks."""
    if interaction.for_oneself:
        return {"1": str(interaction.user.id)}
    return {"0": str(interaction.channel.guild_id or 0)}
