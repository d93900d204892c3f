"""How people use the bot: each is a real interaction, as Discord would send it.

All but autocompletion answer with an *outcome*: `{"message": the bot's message, or null, "modal":
the form that it opened, or null}`.
"""

from __future__ import annotations

from typing import TypeGuard

from playground.errors import PageError
from playground.interactions import Reply
from playground.page.asking import Api, Asked
from playground.page.scores import Scores
from playground.rest import components
from playground.rest.components import SELECTS, ComponentType
from playground.world import Json
from playground.world.permissions import Permission

FORMS_KEPT = 200


class BotUse:
    """Commands, menus, components and forms; `scores` asks for the mood of single messages."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._forms: dict[int, Reply] = {}  # opened and not sent yet, by interaction; oldest first

    def add_routes(self, api: Api) -> None:
        message = "/channels/{channel}/messages/{message}"
        api.add("POST", "/channels/{channel}/commands", self.use_command)
        api.add("POST", "/channels/{channel}/autocomplete", self.complete)
        api.add("POST", message + "/apps", self.use_menu)
        api.add("POST", message + "/components", self.use_component)
        api.add("GET", message + "/score", self.score)
        api.add("POST", "/modals/{interaction}", self.submit)

    async def use_command(self, asked: Asked) -> Json:
        channel, path = asked.channel, asked.text("command")
        _require_commands(asked)
        options = asked.mapping("options")
        reply = await asked.discord.command(asked.user, channel, f"/{path}", **options)
        return self._outcome(reply)

    async def complete(self, asked: Asked) -> list[Json]:
        channel = asked.channel
        _require_commands(asked)
        line, focused = "/" + asked.text("command"), asked.text("focused")
        options = asked.mapping("options")
        return await asked.discord.complete(asked.user, channel, line, options, focused)

    async def use_menu(self, asked: Asked) -> Json:
        message = asked.message
        _require_commands(asked)
        reply = await asked.discord.message_menu(asked.user, message, asked.text("name"))
        return self._outcome(reply)

    async def use_component(self, asked: Asked) -> Json:
        message, custom_id = asked.message, asked.text("custom_id")
        kinds = {
            each["custom_id"]: each["type"]
            for each in components.walk(message.components)
            if each.get("custom_id")
        }
        kind = kinds.get(custom_id)
        if kind == ComponentType.BUTTON:
            reply = await asked.discord.press_button(message, custom_id, by=asked.user)
        elif kind in SELECTS:
            chosen = _values(asked)
            reply = await asked.discord.choose(message, custom_id, chosen, by=asked.user)
        else:
            raise PageError(404, "That message has changed: what you used is no longer under it.")
        return self._outcome(reply)

    async def submit(self, asked: Asked) -> Json:
        number = asked.id("interaction")
        opened = self._forms.get(number)
        if opened is None or opened.interaction.user is not asked.user:
            raise PageError(404, "That form is no longer open.")
        reply = await asked.discord.submit(opened, _filled_in(asked))
        self._forms.pop(number, None)  # what was not accepted can be mended and sent again
        return self._outcome(reply)

    async def score(self, asked: Asked) -> Json:
        return await self._scores.of(asked.message, asked.user)

    def _outcome(self, reply: Reply) -> Json:
        if reply.modal is None:
            return {"message": reply.message or None, "modal": None}
        number, form = reply.interaction.id, reply.modal
        self._forms[number] = reply
        while len(self._forms) > FORMS_KEPT:
            del self._forms[next(iter(self._forms))]
        parts = components.given_back(form.components)
        head = {"id": str(number), "custom_id": form.custom_id, "title": form.title}
        return {"message": None, "modal": {**head, "components": parts}}


def _require_commands(asked: Asked) -> None:
    if not asked.person.granted(asked.channel) & Permission.USE_APPLICATION_COMMANDS:
        raise PageError(403, f"You can't use commands in #{asked.channel.name}.")


def _values(asked: Asked) -> list[str]:
    values = asked.body.get("values")
    if not _are_texts(values):
        raise PageError(400, '"values" must be a list of texts.')
    return values


def _filled_in(asked: Asked) -> Json:
    values = asked.mapping("values")
    for name, value in values.items():
        if not (value is None or isinstance(value, str | bool) or _are_texts(value)):
            raise PageError(400, f'"{name}" must be a text, true, false, or a list of texts.')
    return values


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
