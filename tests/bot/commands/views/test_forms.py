"""Forms and selects over real sockets, sent to a bot that was started anew meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
from discord import app_commands
from yarl import URL

from bot.commands import errors
from bot.commands.access import Rule, Where
from bot.commands.replies import NOBODY
from bot.commands.rights import Right
from bot.commands.views import forms, persistent
from bot.commands.views.forms import Form, Submission
from bot.commands.views.kind import Kind
from bot.commands.views.persistent import Press
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Role, User
from playground.world.permissions import Permission
from storage.errors import StorageError

AT = datetime(2026, 5, 20, tzinfo=UTC)
MANAGERS = Rule(Right.MANAGE)
EVERYBODY = Rule(where=Where.SERVER)


class Notes(discord.AutoShardedClient):
    """A small bot that opens a form about a channel chosen under its card."""

    def __init__(self, rule: Rule = EVERYBODY, version: int = 1) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            guild_ready_timeout=0.01,
            chunk_guilds_at_startup=False,
        )
        self.heard: list[discord.InteractionType] = []
        self.error: Exception | None = None
        self.tree = app_commands.CommandTree(self)
        self.tree.error(errors.ErrorHandler().on_error)
        self.note = Form("note", rule=rule, submitted=self.add, arguments="[0-9]+", version=version)
        self.where = persistent.kind("where", rule=EVERYBODY, pressed=self.open)
        self.whom = persistent.kind("whom", rule=EVERYBODY, pressed=self.greet)
        persistent.register(self, (self.where, self.whom))
        forms.register(self, (self.note,))

        @self.tree.command(name="card", description="Show the card")
        async def card(interaction: discord.Interaction) -> None:
            asked: Any = {"asker_id": interaction.user.id, "at": AT}
            view = persistent.view(
                self.where.of(discord.ui.ChannelSelect(placeholder="Channel"), **asked),
                self.whom.of(discord.ui.UserSelect(placeholder="People", max_values=2), **asked),
                discord.ui.Button(label="Help", url="https://example.com/"),
            )
            await interaction.response.send_message("look", view=view, ephemeral=True)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.heard.append(interaction.type)

    async def open(self, press: Press) -> None:
        text = discord.ui.TextInput[Any](custom_id="text", max_length=60)
        kind = discord.ui.Select[Any](
            custom_id="kind",
            options=[discord.SelectOption(label=each) for each in ("raid", "event")],
        )
        modal = self.note.of(
            "Add a note",
            discord.ui.TextDisplay("Everybody who may read the channel sees it."),
            discord.ui.Label(text="Text", component=text),
            discord.ui.Label(text="Kind", component=kind),
            asker_id=press.interaction.user.id,
            at=AT,
            arguments=(press.chosen[0],),
        )
        await press.interaction.response.send_modal(modal)

    async def add(self, sent: Submission) -> None:
        if self.error is not None:
            raise self.error
        (channel_id,) = sent.asked.arguments
        told = f"{channel_id}: {sent.text('text')} {sent.chosen('kind')}"
        await sent.interaction.response.edit_message(
            content=told, view=None, allowed_mentions=NOBODY
        )

    async def greet(self, press: Press) -> None:
        await press.interaction.response.send_message(
            " ".join(press.chosen), ephemeral=True, allowed_mentions=NOBODY
        )


@dataclass
class Town:
    server: LoopbackDiscord
    guild: Guild
    ana: User
    ben: User
    managers: Role
    general: Channel

    @asynccontextmanager
    async def bot(self, **settings: Any) -> AsyncIterator[Notes]:
        """The small bot, from its start to its end; it keeps nothing."""
        async with Notes(**settings) as bot:
            running = asyncio.create_task(bot.start(self.server.token))
            await self.server.wait_until_ready()
            await bot.wait_until_ready()
            yield bot
        await asyncio.wait([running], timeout=60)

    async def opened(self, by: User) -> Reply:
        """The form that somebody has opened and not sent yet."""
        card = await self.server.command(by, self.general, "/card")
        return await self.server.choose(card, "Channel", ["#general"])


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    async with LoopbackDiscord() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        gateway = server.url.replace("http", "ws").removesuffix("/api/v10") + "/gateway"
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(gateway))
        world = server.world
        ana, ben = world.add_user("ana"), world.add_user("ben")
        guild = world.add_guild("The Harbour", ana)
        managers = world.add_role(guild, "Managers", Permission.MANAGE_GUILD)
        world.add_member(guild, ben, managers)
        general = world.add_channel(guild, "general")
        server.invite(guild)
        yield Town(server, guild, ana, ben, managers, general)


async def test_a_form_is_sent_at_once(town: Town) -> None:
    async with town.bot() as bot:
        opened = await town.opened(town.ben)
        assert opened.modal is not None
        assert [each.label for each in opened.modal.fields] == ["Text", "Kind"]
        done = await town.server.submit(opened, {"Text": "here", "Kind": "raid"})
        assert done.content == f"{town.general.id}: here ('raid',)"
        assert done.buttons == []
        assert discord.InteractionType.modal_submit in bot.heard  # which the client hears as before


async def test_a_form_that_was_opened_before_a_restart_is_sent_after_it(town: Town) -> None:
    async with town.bot():
        opened = await town.opened(town.ben)
    async with town.bot():
        done = await town.server.submit(opened, {"Text": "here", "Kind": "event"})
        assert done.content == f"{town.general.id}: here ('event',)"


async def test_selects_of_things_go_on_working_after_a_restart(town: Town) -> None:
    async with town.bot():
        card = await town.server.command(town.ben, town.general, "/card")
    async with town.bot():
        opened = await town.server.choose(card, "Channel", [town.general])
        assert opened.modal is not None
        greeted = await town.server.choose(card, "People", [town.ana, town.ben])
        assert sorted(greeted.content.split()) == sorted(f"{u.id}" for u in (town.ana, town.ben))


async def test_the_rule_is_asked_anew_when_a_form_is_sent(town: Town) -> None:
    async with town.bot(rule=MANAGERS):
        opened = await town.opened(town.ben)
        town.guild.members[town.ben.id].role_ids.clear()
        refused = await town.server.submit(opened, {"Text": "here", "Kind": "raid"})
        assert (refused.content, refused.ephemeral) == (errors.MANAGER_ONLY, True)


async def test_a_form_of_another_version_is_refused_kindly(town: Town) -> None:
    async with town.bot():
        opened = await town.opened(town.ben)
    async with town.bot(version=2):
        refused = await town.server.submit(opened, {"Text": "here", "Kind": "raid"})
        assert (refused.content, refused.ephemeral) == (errors.OUTDATED_FORM, True)


@pytest.mark.parametrize(
    "components",
    [
        [],
        [{"type": 18, "component": {"type": 4, "custom_id": "text", "value": None}}],
        [{"type": 18, "component": {"type": 3, "custom_id": "text", "values": ["here"]}}],
        [{"type": 10}, {"type": 18, "component": {"type": 4, "custom_id": "words", "value": "x"}}],
    ],
)
async def test_a_form_with_other_fields_is_refused_kindly(
    town: Town, components: list[dict[str, Any]]
) -> None:
    async with town.bot():
        opened = await town.opened(town.ben)
        assert opened.modal is not None
        sent = {"custom_id": opened.modal.custom_id, "components": components}
        refused = await town.server._interactions.submit(opened.interaction, sent)
        assert refused.content == errors.OUTDATED_FORM


async def test_a_form_of_no_kind_is_refused_kindly(town: Town) -> None:
    async with town.bot() as bot:
        bot.note.kind = Kind.make("gone", EVERYBODY, "[0-9]+", 1)
        opened = await town.opened(town.ben)
        refused = await town.server.submit(opened, {"Text": "here", "Kind": "raid"})
        assert refused.content == errors.OUTDATED_FORM


async def test_an_error_is_told_in_words_and_logged_without_what_was_written(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    async with town.bot() as bot:
        opened = await town.opened(town.ben)
        bot.error = StorageError("/home/me is full")
        told = await town.server.submit(opened, {"Text": "secret", "Kind": "raid"})
        assert "try again in a minute" in told.content
        opened = await town.opened(town.ben)
        bot.error = KeyError("secret")
        told = await town.server.submit(opened, {"Text": "secret", "Kind": "raid"})
        assert told.content == errors.UNEXPECTED
    assert "note failed" in caplog.text
    assert "secret" not in caplog.text


async def test_discord_py_keeps_no_form_in_memory(town: Town) -> None:
    async with town.bot() as bot:
        await town.opened(town.ben)
        assert bot._connection._view_store._modals == {}


async def test_a_button_of_no_kind_must_be_a_link() -> None:
    assert persistent.view(discord.ui.Button(label="Help", url="https://example.com/")).children
    with pytest.raises(ValueError, match="no kind"):
        persistent.view(discord.ui.Button(label="Dead", custom_id="dead"))
