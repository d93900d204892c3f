"""A small bot on the real discord.py, and a small place for it to be in."""

from __future__ import annotations

import asyncio
import importlib.util
import io
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands
from yarl import URL

from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Overwrite, Role, User
from playground.world.permissions import Permission
from tests.playground import desk

HERE = Path(__file__).resolve().parent
PNG = b"\x89PNG\r\n\x1a\nnot much of a picture"


@dataclass
class Place:
    """A guild: Ana owns it, Ben and Chi are members; Chi's role sees #staff."""

    discord: LoopbackDiscord
    guild: Guild
    ana: User
    ben: User
    chi: User
    staff_role: Role
    general: Channel
    staff: Channel


class TinyBot(discord.AutoShardedClient):
    """Notes every event and has a command of each kind."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(
            intents=intents,
            guild_ready_timeout=0.01,
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.events: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self.asked: list[Any] = []
        self.running: asyncio.Task[None]
        self.tree = app_commands.CommandTree(self)
        add_commands(self)
        desk.add_commands(self.tree)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait 5 s before a second identify: the playground has no limit on them."""

    def text_channel(self, channel_id: int) -> discord.TextChannel:
        channel = self.get_channel(channel_id)
        assert isinstance(channel, discord.TextChannel)
        return channel

    def guild(self, guild_id: int) -> discord.Guild:
        guild = self.get_guild(guild_id)
        assert guild is not None
        return guild

    @property
    def user_id(self) -> int:
        assert self.user is not None
        return self.user.id

    async def next(self, name: str) -> Any:
        """The next event of this name; others before it are passed over."""
        async with asyncio.timeout(60):
            while True:
                event, value = await self.events.get()
                if event == name:
                    return value

    async def on_ready(self) -> None:
        self.events.put_nowait(("ready", None))

    async def on_resumed(self) -> None:
        self.events.put_nowait(("resumed", None))

    async def on_message(self, message: discord.Message) -> None:
        self.events.put_nowait(("message", message))

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        self.events.put_nowait(("edit", event))

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.events.put_nowait(("delete", event))

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self.events.put_nowait(("bulk_delete", event))

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        self.events.put_nowait(("reaction", event))

    async def on_raw_reaction_remove(self, event: discord.RawReactionActionEvent) -> None:
        self.events.put_nowait(("reaction", event))

    async def on_guild_channel_update(
        self, _: discord.abc.GuildChannel, channel: discord.abc.GuildChannel
    ) -> None:
        self.events.put_nowait(("channel_update", channel))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.events.put_nowait(("channel_delete", channel))

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        self.events.put_nowait(("thread_delete", event))

    async def on_thread_create(self, thread: discord.Thread) -> None:
        self.events.put_nowait(("thread", thread))


class Buttons(discord.ui.View):
    @discord.ui.button(label="Yes")
    async def yes(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="Then yes.", view=None)

    @discord.ui.button(label="No")
    async def no(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.edit_message(content="Then no.", view=None)

    @discord.ui.button(label="Who")
    async def who(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.send_message(interaction.user.name, ephemeral=True)

    @discord.ui.button(label="Why")
    async def why(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.send_message("Because.", ephemeral=True)


def add_commands(bot: TinyBot) -> None:
    tree = bot.tree
    group = app_commands.Group(name="mood", description="Moods")
    inner = app_commands.Group(name="privacy", description="Privacy", parent=group)
    periods = [
        app_commands.Choice(name="24 hours", value=24),
        app_commands.Choice(name="7 days", value=168),
    ]

    @group.command(name="say", description="Say it back")
    async def say(interaction: discord.Interaction, text: str) -> None:
        await interaction.response.send_message(f"You said: {text}")

    @group.command(name="look", description="Look at everything")
    @app_commands.choices(period=periods)
    async def look(
        interaction: discord.Interaction,
        period: app_commands.Choice[int] | None = None,
        channel: discord.TextChannel | None = None,
        member: discord.Member | None = None,
        role: discord.Role | None = None,
        loud: bool = False,
    ) -> None:
        bot.asked.append((period, channel, member, role, loud, interaction))
        await interaction.response.send_message("Looked.", ephemeral=True)

    @group.command(name="chart", description="Think, then show a picture")
    async def chart(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        embed = discord.Embed(title="Mood", description="It rises.")
        embed.add_field(name="Messages", value="12")
        embed.set_image(url="attachment://mood.png")
        file = discord.File(io.BytesIO(PNG), "mood.png")
        await interaction.followup.send(embed=embed, file=file)

    @group.command(name="slow", description="Think in public, then edit")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="Done.")

    @group.command(name="mute", description="Never answer")
    async def mute(interaction: discord.Interaction) -> None:
        pass

    @group.command(name="long", description="Say too much")
    async def long(interaction: discord.Interaction) -> None:
        with pytest.raises(discord.HTTPException, match="2000 or fewer"):
            await interaction.response.send_message("x" * 2001)
        await interaction.response.send_message("Refused.")

    @group.command(name="ask", description="Ask back")
    async def ask(interaction: discord.Interaction) -> None:
        assert interaction.command is not None
        hidden = "public" not in interaction.command.extras
        await interaction.response.send_message("Sure?", view=Buttons(), ephemeral=hidden)

    @inner.command(name="opt-out", description="Leave")
    async def opt_out(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Gone.", ephemeral=True)

    @tree.context_menu(name="Check it")
    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        text = f"{message.author.name}: {message.content}"
        await interaction.response.send_message(text, ephemeral=True)

    tree.add_command(group)


def intents(**changes: bool) -> discord.Intents:
    chosen = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    for name, value in changes.items():
        setattr(chosen, name, value)
    return chosen


def build_place(server: LoopbackDiscord) -> Place:
    world = server.world
    ana, ben, chi = (world.add_user(name) for name in ("ana", "ben", "chi"))
    guild = world.add_guild("The Lantern Room", ana)
    staff_role = world.add_role(guild, "Staff", Permission.MANAGE_MESSAGES)
    world.add_member(guild, ben)
    world.add_member(guild, chi, staff_role)
    hidden = [
        Overwrite(guild.id, deny=Permission.VIEW_CHANNEL),
        Overwrite(staff_role.id, allow=Permission.VIEW_CHANNEL),
    ]
    general = world.add_channel(guild, "general")
    staff = world.add_channel(guild, "staff", overwrites=hidden)
    server.invite(guild)
    return Place(server, guild, ana, ben, chi, staff_role, general, staff)


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with LoopbackDiscord() as server:
        yield build_place(server)


@pytest.fixture
def build() -> Callable[..., Place]:
    """`build(observe=…)` makes a place whose server is yet to be started."""
    return lambda **settings: build_place(LoopbackDiscord(**settings))


Connect = Callable[..., AbstractAsyncContextManager[TinyBot]]


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> Connect:
    """`async with connect(server) as bot:` starts the small bot and waits until it is ready."""

    @asynccontextmanager
    async def connect(server: LoopbackDiscord, **changes: bool) -> AsyncIterator[TinyBot]:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        bot = TinyBot(intents(**changes))
        async with bot:
            bot.running = running = asyncio.create_task(bot.start(server.token))
            ready = asyncio.create_task(bot.next("ready"))
            await asyncio.wait([running, ready], return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                ready.cancel()
                await running
            gateway = server.url.replace("http", "ws").removesuffix("/api/v10") + "/gateway"
            monkeypatch.setattr(
                discord.gateway.DiscordWebSocket,
                "DEFAULT_GATEWAY",
                URL(gateway),
            )
            yield bot
        await asyncio.wait([running], timeout=60)

    return connect


@pytest.fixture
async def tiny_bot(place: Place, connect: Connect) -> AsyncIterator[TinyBot]:
    async with connect(place.discord) as bot:
        yield bot


@pytest.fixture
def schema_judge(shared: Path) -> Any:
    """A judge that knows Discord's own descriptions of its API; see schema_judge.py."""
    spec = importlib.util.spec_from_file_location("schema_judge", HERE / "schema_judge.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SchemaJudge(shared / "discord")
