"""How the bot answers: the requests it makes with the token of an interaction.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

from time import perf_counter

from playground import forms
from playground.errors import RestError, invalid_form, invalid_token, unknown
from playground.forms import CallbackForm, ChoicesForm, MessageForm, ModalForm
from playground.interactions.interaction_event import (
    APPLICATION_COMMAND,
    AUTOCOMPLETE,
    MESSAGE_COMPONENT,
    MODAL_SUBMIT,
    Interaction,
    metadata,
)
from playground.interactions.modal import Modal
from playground.rest import components, posting
from playground.rest.api import Api, Call
from playground.world import EPHEMERAL, LOADING, Json, Message, World, message_payloads
from playground.world.application import Application
from playground.world.events import Events

# The types of answer
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE_MESSAGE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
NEW, CHANGED = frozenset({MESSAGE, DEFERRED_MESSAGE}), frozenset({DEFERRED_UPDATE, UPDATE_MESSAGE})

DEADLINE = 3.0  # seconds for the first sign of life
TOKEN_LIFE = 15 * 60.0  # seconds in which the bot may still edit and add


def allowed(interaction: Interaction) -> frozenset[int]:
    """The types of answer that fit: what changes a message needs one."""
    changed = frozenset() if interaction.pressed_on is None else CHANGED
    return {
        APPLICATION_COMMAND: NEW | {MODAL},
        MESSAGE_COMPONENT: NEW | changed | {MODAL},
        AUTOCOMPLETE: frozenset({CHOICES}),
        MODAL_SUBMIT: NEW | changed,
    }[interaction.kind]


class Answers:
    """Takes in what the bot answers to the interactions that are open.

    `ephemeral` are the messages that only the one who asked sees: the world knows none of them.
    Those that were asked for aside are not among them.
    """

    def __init__(
        self, world: World, application: Application, events: Events, *, base_url: str
    ) -> None:
        self._world = world
        self._application = application
        self._events = events
        self._base_url = base_url
        self._open: dict[str, Interaction] = {}
        self.ephemeral: dict[int, Message] = {}
        self._aside: dict[int, Message] = {}

    def add_routes(self, api: Api) -> None:
        webhook = "/webhooks/{webhook_id}/{webhook_token}"
        callback = "/interactions/{interaction_id}/{interaction_token}/callback"
        api.add("POST", callback, self.take_callback, authorized=False)
        api.add("POST", webhook, self.take_follow_up, authorized=False)
        for message in (webhook + "/messages/@original", webhook + "/messages/{message_id}"):
            api.add("GET", message, self.get_answer, authorized=False)
            api.add("PATCH", message, self.edit_answer, authorized=False)
            api.add("DELETE", message, self.delete_answer, authorized=False)

    def expect(self, interaction: Interaction) -> None:
        """From now on the bot may answer this one, until its token expires."""
        oldest = perf_counter() - TOKEN_LIFE
        self._open = {token: each for token, each in self._open.items() if each.asked_at > oldest}
        self._open[interaction.token] = interaction

    def forget(self, interaction: Interaction) -> None:
        """Nobody will look at what was answered to this one aside."""
        for message_id in interaction.messages:
            self._aside.pop(message_id, None)

    def exists(self, message: Message) -> bool:
        """Whether nobody has deleted the message."""
        if message.flags & EPHEMERAL:
            return message.id in self.ephemeral or message.id in self._aside
        there = message.channel_id in self._world.channels
        return there and self._world.find_message(message.channel_id, message.id) is not None

    async def take_callback(self, call: Call) -> Json:
        interaction = self._open.get(call.params["interaction_token"])
        if interaction is None or interaction.id != call.id("interaction_id"):
            raise unknown("Interaction")
        if perf_counter() - interaction.asked_at > DEADLINE:
            raise unknown("Interaction")
        if interaction.acknowledged.is_set():
            raise RestError(400, 40060, "Interaction has already been acknowledged.")
        sent = call.form(CallbackForm)
        kind, data = sent["type"], sent.get("data") or {}
        if kind not in allowed(interaction):
            raise invalid_form(f"type: {kind} is not understood here.")
        if kind == CHOICES:
            return self._take_choices(interaction, forms.read(ChoicesForm, data))
        if kind == MODAL:
            return self._open_modal(interaction, forms.read(ModalForm, data))
        data = forms.read(MessageForm, data)
        pressed_on = interaction.pressed_on
        if kind in CHANGED and pressed_on is not None and not self.exists(pressed_on):
            raise unknown("Message")
        posting.check(data, may_be_empty=kind != MESSAGE or bool(call.files))
        self._acknowledge(interaction)
        message = interaction.pressed_on
        if message is None or kind in NEW:
            message = self._new_message(interaction, (data.get("flags") or 0) & EPHEMERAL)
        interaction.original = message
        if kind == DEFERRED_MESSAGE:
            message.flags |= LOADING
            await self._show(message)
        elif kind != DEFERRED_UPDATE:
            await self._fill(interaction, message, call, data)
        return self._callback_answer(interaction, message, kind)

    async def take_follow_up(self, call: Call) -> Json:
        """A further message; the first one after a deferral takes the place of its "thinking…"."""
        interaction, body = self._of_webhook(call), call.form(MessageForm)
        posting.check(body, may_be_empty=bool(call.files))
        original = interaction.original
        if original is not None and original.flags & LOADING:
            message = original
        else:
            message = self._new_message(interaction, (body.get("flags") or 0) & EPHEMERAL)
        await self._fill(interaction, message, call, body)
        return message_payloads.message(message, self._world)

    async def get_answer(self, call: Call) -> Json:
        return message_payloads.message(self._answer(call), self._world)

    async def edit_answer(self, call: Call) -> Json:
        message, body = self._answer(call), call.form(MessageForm)
        posting.check(body, may_be_empty=True, flags=message.flags)
        if not message.flags & LOADING:
            message.edited_at = self._world.now()
        await self._fill(self._of_webhook(call), message, call, body)
        return message_payloads.message(message, self._world)

    async def delete_answer(self, call: Call) -> None:
        message = self._answer(call)
        del self._of_webhook(call).messages[message.id]
        if self._aside.pop(message.id, None) is not None:
            return
        if message.flags & EPHEMERAL:
            del self.ephemeral[message.id]
        else:
            self._world.remove_message(message)
        await self._events.message_deleted(message)

    def _acknowledge(self, interaction: Interaction) -> None:
        interaction.first_seconds = perf_counter() - interaction.asked_at
        interaction.acknowledged.set()

    def _take_choices(self, interaction: Interaction, data: Json) -> Json:
        choices: list[Json] = data.get("choices") or []
        self._acknowledge(interaction)
        interaction.answer_with(choices)
        return self._told(interaction)

    def _open_modal(self, interaction: Interaction, data: Json) -> Json:
        components.check_modal(data)
        self._acknowledge(interaction)
        interaction.answer_with(Modal(data["custom_id"], data["title"], tuple(data["components"])))
        return self._told(interaction)

    def _of_webhook(self, call: Call) -> Interaction:
        interaction = self._open.get(call.params["webhook_token"])
        if interaction is None or perf_counter() - interaction.asked_at > TOKEN_LIFE:
            raise invalid_token()
        if not interaction.acknowledged.is_set():
            raise unknown("Webhook")
        return interaction

    def _answer(self, call: Call) -> Message:
        interaction = self._of_webhook(call)
        found = interaction.original
        if "message_id" in call.params:
            found = interaction.messages.get(call.id("message_id"))
        if found is None or found.id not in interaction.messages or not self.exists(found):
            raise unknown("Message")
        return found

    def _new_message(self, interaction: Interaction, flags: int) -> Message:
        message = Message(
            self._world.ids.make(), interaction.channel.id, self._application.bot, "", flags=flags
        )
        message.webhook_id = self._application.id
        message.interaction = metadata(interaction)
        interaction.messages[message.id] = message
        if flags & EPHEMERAL:
            message.only_for = interaction.user.id
            if interaction.aside:
                self._aside[message.id] = message
        return message

    async def _fill(
        self, interaction: Interaction, message: Message, call: Call, data: Json
    ) -> None:
        """Give a message its content; the first to be filled is the answer to the question."""
        posting.write(message, data, self._world)
        posting.attach(message, data, call.files, self._world, self._base_url)
        message.flags &= ~LOADING
        await self._show(message)
        interaction.answer_with(message)

    async def _show(self, message: Message) -> None:
        """A public answer is a message of the channel like any other; the rest is for one alone."""
        if message.id in self._aside:
            return
        if self.exists(message):
            await self._events.message_edited(message)
            return
        if message.flags & EPHEMERAL:
            self.ephemeral[message.id] = message
        else:
            self._world.add_message(message)
        await self._events.message_created(message)

    def _callback_answer(self, interaction: Interaction, message: Message, kind: int) -> Json:
        answer = self._told(interaction)
        answer["interaction"] |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & LOADING),
            "response_message_ephemeral": bool(message.flags & EPHEMERAL),
        }
        if kind in (MESSAGE, UPDATE_MESSAGE):
            form = message_payloads.message(message, self._world)
            answer["resource"] = {"type": kind, "message": form}
        return answer

    def _told(self, interaction: Interaction) -> Json:
        channel_id = str(interaction.channel.id)
        told = {"id": str(interaction.id), "type": interaction.kind, "channel_id": channel_id}
        return {"interaction": told}
