"""The commands that the bot has registered: kept, listed, and found by name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import IntEnum

from playground import forms
from playground.errors import NoAnswerError
from playground.languages import shown, without_languages
from playground.rest.api import Api, Call
from playground.rest.command_forms import CommandForm
from playground.rest.components import without_nothing
from playground.world import Json
from playground.world.snowflakes import Snowflakes


class CommandType(IntEnum):
    SLASH = 1
    USER_MENU = 2
    MESSAGE_MENU = 3


class OptionType(IntEnum):
    """https://discord.com/developers/docs/interactions/application-commands"""

    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10


class Commands:
    """The application's commands, global (`None`) and by guild; a registration replaces all."""

    def __init__(self, ids: Snowflakes, changed: Callable[[int | None], Awaitable[None]]) -> None:
        """`changed` is told after each registration for whom it was."""
        self._ids = ids
        self._changed = changed
        self._registered: dict[int | None, list[Json]] = {}
        self._permissions: dict[int, dict[int, list[Json]]] = {}
        self._any = asyncio.Event()

    def add_routes(self, api: Api) -> None:
        for route in (
            "/applications/{application_id}/commands",
            "/applications/{application_id}/guilds/{guild_id}/commands",
        ):
            api.add("GET", route, self.get_all)
            api.add("PUT", route, self.replace_all)
        permissions = "/applications/{application_id}/guilds/{guild_id}/commands/permissions"
        api.add("GET", permissions, self.get_permissions)

    async def get_all(self, call: Call) -> list[Json]:
        held = self._registered.get(_scope(call), [])
        if call.query.get("with_localizations") == "true":
            return held
        return [without_languages(command) for command in held]

    async def replace_all(self, call: Call) -> list[Json]:
        scope = _scope(call)
        known = {_key(command): command["id"] for command in self._registered.get(scope, [])}
        self._registered[scope] = [
            self._complete(command, call.id("application_id"), scope, known.get(_key(command)))
            for command in forms.read_several(CommandForm, call.body or [])
        ]
        if self._registered[scope]:
            self._any.set()
        await self._changed(scope)
        return self._registered[scope]

    async def get_permissions(self, call: Call) -> list[Json]:
        """What administrators of a guild chose of its commands."""
        application_id, guild_id = call.id("application_id"), call.id("guild_id")
        return [
            {
                "id": str(chosen_for),
                "application_id": str(application_id),
                "guild_id": str(guild_id),
                "permissions": permissions,
            }
            for chosen_for, permissions in self._permissions.get(guild_id, {}).items()
        ]

    def permit(self, guild_id: int, command_id: int, permissions: list[Json]) -> None:
        """What an administrator chooses under *Integrations*, of a command or, by the application's
        id, of all of them: each with `id`, `type` and `permission`. The bot is only told of it:
        nobody is kept from using a command here."""
        self._permissions.setdefault(guild_id, {})[command_id] = permissions

    async def wait_until_registered(self) -> None:
        """Return once the bot has registered something."""
        await self._any.wait()

    def of_guild(self, guild_id: int | None) -> list[Json]:
        """What people in a guild (`None`: in direct messages) can choose from."""
        everywhere = self._registered.get(None, [])
        return everywhere if guild_id is None else everywhere + self._registered.get(guild_id, [])

    def find(self, guild_id: int | None, kind: CommandType, name: str, locale: str) -> Json:
        """By its name, or what it is called in a language.

        Raises NoAnswerError when the bot has registered no such command.
        """
        for command in self.of_guild(guild_id):
            names = (command["name"], shown(command, "name", locale))
            if command["type"] == kind and name in names:
                return command
        raise NoAnswerError(f'The bot has registered no command "{name}".')

    def _complete(
        self, command: Json, application_id: int, guild_id: int | None, known_id: str | None
    ) -> Json:
        """A command as Discord gives it back: with ids and every default filled in."""
        complete: Json = {
            "type": int(CommandType.SLASH),
            "description": "",
            "default_member_permissions": None,
            "nsfw": False,
            "name_localizations": None,
            "description_localizations": None,
            "integration_types": [0],
            "contexts": None,
        } | without_nothing(command)
        if complete["default_member_permissions"] is not None:
            complete["default_member_permissions"] = str(complete["default_member_permissions"])
        if guild_id is not None:
            complete["guild_id"] = str(guild_id)
        return complete | {
            "id": known_id or str(self._ids.make()),
            "application_id": str(application_id),
            "version": str(self._ids.make()),
        }


def _scope(call: Call) -> int | None:
    return call.id("guild_id") if "guild_id" in call.params else None


def _key(command: Json) -> tuple[int, str]:
    return command.get("type", 1), command["name"]
