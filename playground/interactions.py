"""Interactions: somebody uses a command of the bot, and the bot answers.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter

from playground import message_payloads, payloads, posting
from playground.api import Api, Call
from playground.application import Application
from playground.errors import NoAnswerError, RestError, unknown
from playground.events import Events
from playground.gateway import Gateway
from playground.interaction_event import (
    BUTTON,
    MESSAGE_COMPONENT,
    Interaction,
    event_of,
    installers,
)
from playground.world import EPHEMERAL, LOADING, Channel, Json, Message, User, World

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE_MESSAGE = 4, 5, 6, 7  # the types of answer

DEADLINE = 3.0  # seconds for the first sign of life
PATIENCE = 30.0  # seconds for the answer after it
TOKEN_LIFE = 15 * 60.0  # seconds in which the bot may still edit and add


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot answered, as the person who asked sees it.

    `files` are the uploads by name; `first_seconds` is the time to the bot's first sign of life
    (Discord allows 3), `seconds` the time to the answer itself. `message` is its full JSON.
    """

    content: str
    embeds: tuple[Json, ...]
    files: Mapping[str, bytes]
    ephemeral: bool
    first_seconds: float
    seconds: float
    message: Json


class Interactions:
    """Puts questions to the bot and takes in its answers."""

    def __init__(
        self,
        world: World,
        application: Application,
        gateway: Gateway,
        events: Events,
        *,
        base_url: str,
    ) -> None:
        self._world = world
        self._application = application
        self._gateway = gateway
        self._events = events
        self._base_url = base_url
        self._open: dict[str, Interaction] = {}

    def add_routes(self, api: Api) -> None:
        webhook = "/webhooks/{webhook_id}/{webhook_token}"
        callback = "/interactions/{interaction_id}/{interaction_token}/callback"
        api.add("POST", callback, self.take_callback, authorized=False)
        api.add("POST", webhook, self.take_follow_up, authorized=False)
        for message in (webhook + "/messages/@original", webhook + "/messages/{message_id}"):
            api.add("GET", message, self.get_answer, authorized=False)
            api.add("PATCH", message, self.edit_answer, authorized=False)
            api.add("DELETE", message, self.delete_answer, authorized=False)

    async def use_command(self, user: User, channel: Channel, data: Json) -> Reply:
        """Use a command and wait for the answer. Raises NoAnswerError."""
        token = secrets.token_urlsafe(32)
        return await self._ask(Interaction(self._world.ids.make(), token, user, channel), data)

    async def press_button(self, reply: Reply, custom_id: str, by: User | None = None) -> Reply:
        """Press a button under a reply, as the one who got it. Raises NoAnswerError.

        Under a public reply anybody (`by`) may press it.
        """
        before, message = self._find(reply)
        if by not in (None, before.user) and message.flags & EPHEMERAL:
            raise NoAnswerError("Only the one who asked sees that reply.")
        pressed = Interaction(
            self._world.ids.make(),
            secrets.token_urlsafe(32),
            by or before.user,
            before.channel,
            MESSAGE_COMPONENT,
            pressed_on=message,
            messages={message.id: message},
        )
        return await self._ask(pressed, {"component_type": BUTTON, "custom_id": custom_id})

    def look_again(self, reply: Reply) -> Reply:
        """The same answer as it is now. Raises NoAnswerError."""
        return self._reply(*self._find(reply))

    def _find(self, reply: Reply) -> tuple[Interaction, Message]:
        message_id = int(reply.message["id"])
        for interaction in self._open.values():
            if message_id in interaction.messages:
                return interaction, interaction.messages[message_id]
        raise NoAnswerError("That reply is too old.")

    async def _ask(self, interaction: Interaction, data: Json) -> Reply:
        if not self._gateway.sessions:
            raise NoAnswerError("The bot is not connected.")
        self._forget_expired()
        self._open[interaction.token] = interaction
        event = event_of(interaction, data, self._world, self._application)
        await self._gateway.dispatch(
            "INTERACTION_CREATE", event, intent=None, guild_id=interaction.channel.guild_id
        )
        try:
            await asyncio.wait_for(interaction.acknowledged.wait(), DEADLINE)
            message = await asyncio.wait_for(asyncio.shield(interaction.answered), PATIENCE)
        except TimeoutError:
            if interaction.acknowledged.is_set():
                raise NoAnswerError(f"The bot said to wait, and {PATIENCE:.0f} s passed.") from None
            raise NoAnswerError(f"The bot gave no sign of life in {DEADLINE:.0f} s.") from None
        return self._reply(interaction, message)

    async def take_callback(self, call: Call) -> Json:
        interaction = self._open.get(call.params["interaction_token"])
        if interaction is None or interaction.id != call.id("interaction_id"):
            raise unknown("Interaction")
        if perf_counter() - interaction.asked_at > DEADLINE:
            raise unknown("Interaction")
        if interaction.acknowledged.is_set():
            raise RestError(400, 40060, "Interaction has already been acknowledged.")
        kind, data = call.body["type"], call.body.get("data") or {}
        new, changed = (MESSAGE, DEFERRED_MESSAGE), (DEFERRED_UPDATE, UPDATE_MESSAGE)
        if kind not in (new if interaction.pressed_on is None else new + changed):
            raise RestError(400, 50035, f"Invalid Form Body: type {kind} is not understood here.")
        posting.check(data, may_be_empty=kind != MESSAGE or bool(call.files))
        interaction.first_seconds = perf_counter() - interaction.asked_at
        interaction.acknowledged.set()
        message = interaction.pressed_on
        if message is None or kind in new:
            message = self._new_message(interaction, data.get("flags", 0) & EPHEMERAL)
        interaction.original = message
        if kind == DEFERRED_MESSAGE:
            message.flags |= LOADING
            await self._show(message)
        elif kind != DEFERRED_UPDATE:
            await self._fill(interaction, message, call, data)
        return self._callback_answer(interaction, message, kind)

    async def take_follow_up(self, call: Call) -> Json:
        """A further message; the first one after a deferral takes the place of its "thinking…"."""
        interaction = self._of_webhook(call)
        posting.check(call.body, may_be_empty=bool(call.files))
        original = interaction.original
        if original is not None and original.flags & LOADING:
            message = original
        else:
            message = self._new_message(interaction, call.body.get("flags", 0) & EPHEMERAL)
        await self._fill(interaction, message, call, call.body)
        return message_payloads.message(message, self._world)

    async def get_answer(self, call: Call) -> Json:
        return message_payloads.message(self._answer(call), self._world)

    async def edit_answer(self, call: Call) -> Json:
        message = self._answer(call)
        posting.check(call.body, may_be_empty=True)
        if not message.flags & LOADING:
            message.edited_at = datetime.now(UTC)
        await self._fill(self._of_webhook(call), message, call, call.body)
        return message_payloads.message(message, self._world)

    async def delete_answer(self, call: Call) -> None:
        message = self._answer(call)
        del self._of_webhook(call).messages[message.id]
        if not message.flags & EPHEMERAL:
            self._world.remove_message(message)
            await self._events.message_deleted(self._world.channel(message.channel_id), message.id)

    def _forget_expired(self) -> None:
        oldest = perf_counter() - TOKEN_LIFE
        self._open = {token: each for token, each in self._open.items() if each.asked_at > oldest}

    def _of_webhook(self, call: Call) -> Interaction:
        interaction = self._open.get(call.params["webhook_token"])
        if interaction is None or not interaction.acknowledged.is_set():
            raise unknown("Webhook")
        return interaction

    def _answer(self, call: Call) -> Message:
        interaction = self._of_webhook(call)
        found = interaction.original
        if "message_id" in call.params:
            found = interaction.messages.get(call.id("message_id"))
        if found is None or found.id not in interaction.messages:
            raise unknown("Message")
        return found

    def _new_message(self, interaction: Interaction, flags: int) -> Message:
        message = Message(
            self._world.ids.make(), interaction.channel.id, self._application.bot, "", flags=flags
        )
        message.webhook_id = self._application.id
        message.interaction = {
            "id": str(interaction.id),
            "type": interaction.kind,
            "user": payloads.user(interaction.user),
            "authorizing_integration_owners": installers(interaction.channel),
        }
        if interaction.pressed_on is not None:
            message.interaction["interacted_message_id"] = str(interaction.pressed_on.id)
        interaction.messages[message.id] = message
        return message

    async def _fill(
        self, interaction: Interaction, message: Message, call: Call, data: Json
    ) -> None:
        """Give a message its content; the first to be filled is the answer to the question."""
        posting.write(message, data, self._world)
        posting.attach(message, data, call.files, self._world, self._base_url)
        message.flags &= ~LOADING
        await self._show(message)
        if not interaction.answered.done():
            interaction.answered.set_result(message)

    async def _show(self, message: Message) -> None:
        """A public answer is a message of the channel like any other."""
        if message.flags & EPHEMERAL:
            return
        if self._world.find_message(message.channel_id, message.id) is None:
            self._world.add_message(message)
            await self._events.message_created(message)
        else:
            await self._events.message_edited(message)

    def _callback_answer(self, interaction: Interaction, message: Message, kind: int) -> Json:
        answer: Json = {
            "interaction": {
                "id": str(interaction.id),
                "type": interaction.kind,
                "response_message_id": str(message.id),
                "response_message_loading": bool(message.flags & LOADING),
                "response_message_ephemeral": bool(message.flags & EPHEMERAL),
                "channel_id": str(interaction.channel.id),
            }
        }
        if kind in (MESSAGE, UPDATE_MESSAGE):
            form = message_payloads.message(message, self._world)
            answer["resource"] = {"type": kind, "message": form}
        return answer

    def _reply(self, interaction: Interaction, message: Message) -> Reply:
        form = message_payloads.message(message, self._world)
        return Reply(
            content=message.content,
            embeds=tuple(form["embeds"]),
            files={each.filename: each.data for each in message.attachments},
            ephemeral=bool(message.flags & EPHEMERAL),
            first_seconds=interaction.first_seconds or 0.0,
            seconds=perf_counter() - interaction.asked_at,
            message=form,
        )
