"""What Discord is told of the commands, in every language that there is a catalogue of."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.gateway.client import use_api
from bot.gateway.command_sync import sync_if_changed
from bot.render import localizer
from bot.render.command_texts import CommandTranslator, said_as
from playground.server import LoopbackDiscord

GERMAN = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Look around"
msgstr "Sieh dich um"

msgid "Where"
msgstr "Wo"

msgid "near"
msgstr "nah"

msgid "{number} day"
msgid_plural "{number} days"
msgstr[0] "{number} Tag"
msgstr[1] "{number} Tage"

msgid "Look closer"
msgstr "Sieh genauer hin"

msgid "look"
msgstr "schau"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalogues, of which there is a German one; a test that changes it makes a new folder."""
    return in_german(GERMAN, tmp_path / "first", monkeypatch)


def in_german(catalogue: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder.mkdir()
    (folder / "de.po").write_text(catalogue, "utf-8")
    monkeypatch.setattr(localizer, "LOCALES", folder)
    return folder


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord() as server:
        use_api(server.url)
        yield server


@asynccontextmanager
async def tree_at(
    server: LoopbackDiscord, *, everywhere: bool = True
) -> AsyncIterator[app_commands.CommandTree[Any]]:
    """A bot with one command of each kind, logged in over a socket."""
    places = app_commands.AppCommandContext(guild=True, dm_channel=everywhere)

    @app_commands.command(description="Look around")
    @app_commands.describe(where="Where")
    @app_commands.choices(
        where=[
            app_commands.Choice(name="near", value=0),
            app_commands.Choice(
                name=said_as(lambda reader: reader.ngettext("{number} day", "{number} days", 7)),
                value=7,
            ),
        ]
    )
    async def look(interaction: discord.Interaction, where: int) -> None: ...

    async def closer(interaction: discord.Interaction, message: discord.Message) -> None: ...

    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        tree = app_commands.CommandTree(client)
        menu = app_commands.ContextMenu(name="Look closer", callback=closer)
        added: list[app_commands.Command[Any, ..., Any] | app_commands.ContextMenu] = [look, menu]
        for command in added:
            command.allowed_contexts = places
            command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
            tree.add_command(command)
        await tree.set_translator(CommandTranslator())
        await client.login(server.token)
        yield tree


async def test_descriptions_choices_and_menus_are_told_in_all_languages(
    server: LoopbackDiscord,
) -> None:
    async with tree_at(server) as tree:
        assert await sync_if_changed(tree)
    look, menu = server.commands.of_guild(None)
    assert look["description_localizations"] == {"de": "Sieh dich um"}
    (where,) = look["options"]
    assert where["description_localizations"] == {"de": "Wo"}
    near, week = where["choices"]
    assert (near["name"], near["name_localizations"]) == ("near", {"de": "nah"})
    assert (week["name"], week["name_localizations"]) == ("7 days", {"de": "7 Tage"})
    assert menu["name_localizations"] == {"de": "Sieh genauer hin"}


async def test_what_is_typed_is_the_same_in_each_language(server: LoopbackDiscord) -> None:
    async with tree_at(server) as tree:
        await sync_if_changed(tree)
    look, _ = server.commands.of_guild(None)
    assert not look["name_localizations"], "though the catalogue has such a word"
    assert not look["options"][0].get("name_localizations")


async def test_commands_are_told_once(server: LoopbackDiscord) -> None:
    for sent in (True, False, False):
        async with tree_at(server) as tree:
            assert await sync_if_changed(tree) is sent


@pytest.mark.parametrize("said", ["Sieh dich um", "Wo", "nah", "{number} Tage", "Sieh genauer hin"])
async def test_a_new_translation_is_told(
    server: LoopbackDiscord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    async with tree_at(server) as tree:
        await sync_if_changed(tree)
    changed = GERMAN.replace(f'"{said}"', f'"{said}!"')
    in_german(changed, tmp_path / "second", monkeypatch)
    async with tree_at(server) as tree:
        assert await sync_if_changed(tree)
        assert not await sync_if_changed(tree)


async def test_new_places_are_told(server: LoopbackDiscord) -> None:
    async with tree_at(server) as tree:
        await sync_if_changed(tree)
    async with tree_at(server, everywhere=False) as tree:
        assert await sync_if_changed(tree)
        assert not await sync_if_changed(tree)
