"""Interactions: somebody uses a command, a component or a form of the bot, and waits for it.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter

from playground.errors import CommandLineError, NoAnswerError
from playground.gateway.gateway import Gateway
from playground.interactions import answers
from playground.interactions.answers import Answers
from playground.interactions.interaction_event import (
    APPLICATION_COMMAND,
    AUTOCOMPLETE,
    MESSAGE_COMPONENT,
    MODAL_SUBMIT,
    Answer,
    Interaction,
    event_of,
)
from playground.interactions.modal import Modal
from playground.rest import components
from playground.world import (
    EPHEMERAL,
    Channel,
    Json,
    Message,
    User,
    World,
    grants,
    message_payloads,
)
from playground.world.application import Application
from playground.world.events import Events

PATIENCE = 30.0  # seconds for the answer after the first sign of life
REACTION = 0.01  # seconds: by then the bot knows that its answer was taken, and what is on it works


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot answered, as the person who asked sees it at that moment.

    `files` are the uploads by name, `alt_texts` their descriptions; `first_seconds` is the time to
    the bot's first sign of life (Discord allows 3), `seconds` the time to the answer itself.
    `message` is its full JSON. `follow_ups` are the further messages that came after it so far.

    If the bot opened a form, that is `modal`, and there is no message.
    """

    content: str
    embeds: tuple[Json, ...]
    files: Mapping[str, bytes]
    ephemeral: bool
    first_seconds: float
    seconds: float
    message: Json
    interaction: Interaction = field(repr=False, compare=False)
    alt_texts: Mapping[str, str] = field(default_factory=dict)
    follow_ups: tuple[Reply, ...] = ()
    modal: Modal | None = None

    @property
    def components(self) -> list[Json]:
        found: list[Json] = self.message.get("components", [])
        return found

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons under it, links among them."""
        return [each.get("label", "") for each in components.buttons(self.components)]

    @property
    def selects(self) -> list[Json]:
        """The selects under it, as Discord's JSON."""
        return components.selects(self.components)


class Interactions:
    """Puts questions to the bot, and waits for its answers."""

    def __init__(
        self,
        world: World,
        application: Application,
        gateway: Gateway,
        events: Events,
        taken: Answers,
    ) -> None:
        self._world = world
        self._application = application
        self._gateway = gateway
        self._events = events
        self._answers = taken

    async def use_command(
        self, user: User, channel: Channel, data: Json, *, aside: bool = False
    ) -> Reply:
        """Use a command and wait for the answer. Raises NoAnswerError.

        What only the asker would see is shown to nobody if it is asked for `aside`.
        """
        asked = self._new(user, channel, APPLICATION_COMMAND)
        asked.aside = aside
        try:
            return self._reply(asked, await self._ask(asked, data))
        finally:
            if aside:
                self._answers.forget(asked)

    async def complete(self, user: User, channel: Channel, data: Json) -> list[Json]:
        """The choices that the bot offers for an option that is being typed."""
        answer = await self._ask(self._new(user, channel, AUTOCOMPLETE), data)
        return answer if isinstance(answer, list) else []

    async def use_component(self, on: Message, data: Json, by: User) -> Reply:
        """Press a button or choose from a select under a message. Raises NoAnswerError."""
        channel = self._world.channel(on.channel_id)
        asked = self._new(by, channel, MESSAGE_COMPONENT, pressed_on=on)
        return self._reply(asked, await self._ask(asked, data))

    async def submit(self, opened_by: Interaction, data: Json) -> Reply:
        """Send a form that the bot opened, as the one for whom it was. Raises NoAnswerError."""
        asked = self._new(
            opened_by.user,
            opened_by.channel,
            MODAL_SUBMIT,
            pressed_on=opened_by.pressed_on,
            opened_by=opened_by,
        )
        return self._reply(asked, await self._ask(asked, data))

    def find(self, on: Reply | Message, by: User | None) -> tuple[Message, User]:
        """The message as it is now, and who uses it: whoever asked, unless `by` says it.

        Raises NoAnswerError where that person does not see the message.
        """
        if isinstance(on, Message):
            message = on
            asker = None if on.only_for is None else self._world.users[on.only_for]
        else:
            message = self._message_of(on)
            asker = on.interaction.user
        if not self._answers.exists(message):
            raise NoAnswerError("That message was deleted.")
        user = by or asker
        if user is None:
            raise CommandLineError("Say who uses it: nobody asked for that message.")
        if message.only_for is not None and message.only_for != user.id:
            raise NoAnswerError("Only the one who asked sees that reply.")
        if not self.sees(user, self._world.channel(message.channel_id)):
            raise NoAnswerError(f"{user.display_name} does not see that message.")
        return message, user

    def sees(self, user: User, channel: Channel) -> bool:
        return grants.sees(self._world, channel, user.id)

    async def dismiss(self, message: Message) -> None:
        """Whoever alone saw a message wants to see it no more."""
        if self._answers.ephemeral.pop(message.id, None) is not None:
            await self._events.message_deleted(message)

    def look_again(self, reply: Reply) -> Reply:
        """The same answer as it is now. Raises NoAnswerError."""
        message = self._message_of(reply)
        if not self._answers.exists(message):
            raise NoAnswerError("That message was deleted.")
        return self._reply(reply.interaction, message)

    def _message_of(self, reply: Reply) -> Message:
        if reply.modal is not None:
            raise NoAnswerError("That answer is a form, and no message.")
        found = reply.interaction.messages.get(int(reply.message["id"]))
        if found is None:
            raise NoAnswerError("That message was deleted.")
        return found

    def _new(
        self,
        user: User,
        channel: Channel,
        kind: int,
        *,
        pressed_on: Message | None = None,
        opened_by: Interaction | None = None,
    ) -> Interaction:
        token = secrets.token_urlsafe(32)
        number = self._world.ids.make()
        return Interaction(
            number,
            token,
            user,
            channel,
            kind,
            pressed_on,
            opened_by,
            for_oneself=channel.guild_id is not None
            and self._application.bot.id not in self._world.guild_of(channel).members,
        )

    async def _ask(self, interaction: Interaction, data: Json) -> Answer:
        if not self._gateway.sessions:
            raise NoAnswerError("The bot is not connected.")
        self._answers.expect(interaction)
        event = event_of(interaction, data, self._world, self._application)
        await self._events.interaction_created(interaction.channel.guild_id, event)
        try:
            # Not wait_for: before Python 3.12 that loses a cancellation that comes with the answer.
            async with asyncio.timeout(answers.DEADLINE):
                await interaction.acknowledged.wait()
            async with asyncio.timeout(PATIENCE):
                answer = await asyncio.shield(interaction.answered)
            await asyncio.sleep(REACTION)
            return answer
        except TimeoutError:
            if interaction.acknowledged.is_set():
                raise NoAnswerError(f"The bot said to wait, and {PATIENCE:.0f} s passed.") from None
            limit = f"{answers.DEADLINE:.0f} s"
            raise NoAnswerError(f"The bot gave no sign of life in {limit}.") from None

    def _reply(self, interaction: Interaction, answer: Answer) -> Reply:
        if isinstance(answer, Message):
            later = [
                self._shown(interaction, each)
                for each in interaction.messages.values()
                if each is not interaction.pressed_on and each.id > answer.id
            ]
            return self._shown(interaction, answer, tuple(later))
        return Reply(
            content="",
            embeds=(),
            files={},
            ephemeral=True,
            first_seconds=interaction.first_seconds or 0.0,
            seconds=perf_counter() - interaction.asked_at,
            message={},
            interaction=interaction,
            modal=answer if isinstance(answer, Modal) else None,
        )

    def _shown(
        self, interaction: Interaction, message: Message, follow_ups: tuple[Reply, ...] = ()
    ) -> Reply:
        form = message_payloads.message(message, self._world)
        return Reply(
            content=message.content,
            embeds=tuple(form["embeds"]),
            files={each.filename: each.data for each in message.attachments},
            ephemeral=bool(message.flags & EPHEMERAL),
            first_seconds=interaction.first_seconds or 0.0,
            seconds=perf_counter() - interaction.asked_at,
            message=form,
            interaction=interaction,
            alt_texts={each.filename: each.description or "" for each in message.attachments},
            follow_ups=follow_ups,
        )
