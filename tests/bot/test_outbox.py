"""Posts over real sockets, to a channel of the loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations

import discord
import pytest

from bot.commands import access
from bot.commands.views import persistent
from bot.commands.views.persistent import Press
from bot.outbox import NONCE_HOLDS, PAUSES, Outbox, Post, UndeliverableError
from bot.render.localizer import Localizer
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, Overwrite
from playground.world.permissions import Permission
from storage.records import PostMark


@dataclass
class Marks:
    """As a storage keeps them over a restart; `fails` so often when told that a post was sent."""

    kept: dict[tuple[int, str], PostMark] = field(default_factory=dict)
    fails: int = 0

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        return self.kept.setdefault((guild_id, key), PostMark(now, sent=False))

    async def sent(self, guild_id: int, key: str) -> None:
        if self.fails:
            self.fails -= 1
            raise CrashError
        self.kept[guild_id, key] = replace(self.kept[guild_id, key], sent=True)


class Shouting(NullTranslations):
    """Another language."""

    def gettext(self, message: str) -> str:
        return message.partition(":")[0].upper().replace("{CHANNEL}", "{channel}")


class CrashError(Exception):
    """The program ends between the sending and the note of it."""


@dataclass
class House:
    server: LoopbackDiscord
    client: discord.Client
    guild: Guild
    news: Channel
    marks: Marks = field(default_factory=Marks)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    pauses: list[float] = field(default_factory=list)
    a_try_takes: timedelta = timedelta(0)

    def post(self, key: str = "digest-2026-11-26", **more: object) -> Post:
        given = {"embed": discord.Embed(title="A quiet week", description="Nothing unusual.")}
        return Post(self.guild.id, self.news.id, key, **(given | more))  # type: ignore[arg-type]

    async def send(self, post: Post) -> None:
        async def sleep(seconds: float) -> None:
            self.pauses.append(seconds)
            self.now += self.a_try_takes

        await Outbox(self.marks, lambda: self.now, sleep).post(self.client, post)

    @property
    def posted(self) -> list[Message]:
        return list(self.server.world.history(self.news, before=None, after=None, limit=100))


@pytest.fixture
async def house(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    async with LoopbackDiscord() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        owner = server.world.add_user("olga")
        guild = server.world.add_guild("The Lighthouse", owner)
        news = server.world.add_channel(guild, "news")
        server.invite(guild)
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(server.token)
            yield House(server, client, guild, news)


async def test_a_post_arrives_with_all_that_belongs_to_it_and_pings_nobody(house: House) -> None:
    async def pressed(_: Press) -> None:
        """Nobody presses it here."""

    more = persistent.kind("more", rule=access.HELP, pressed=pressed)
    button = more.of(discord.ui.Button(label="More"), asker_id=None, at=house.now)
    await house.send(
        house.post(
            content="@everyone <@1> look",
            files={"week.png": b"png"},
            descriptions={"week.png": "A line that falls"},
            view=persistent.view(button),
        )
    )
    (message,) = house.posted
    assert message.content == "@everyone <@1> look"
    assert not message.mention_everyone
    assert message.mentions == []
    assert [each["title"] for each in message.embeds] == ["A quiet week"]
    (chart,) = message.attachments
    assert (chart.filename, chart.data) == ("week.png", b"png")
    assert chart.description == "A line that falls"
    assert "more:1:0:" in str(message.components)


async def test_what_was_posted_is_not_posted_again(house: House) -> None:
    for _ in range(3):
        await house.send(house.post())
    assert len(house.posted) == 1
    await house.send(house.post("digest-2026-11-27"))
    await house.send(replace(house.post(), guild_id=house.guild.id + 1))
    assert len(house.posted) == 3, "another day, and another guild with the same key"


async def test_an_answer_that_is_lost_does_not_post_twice(house: House) -> None:
    house.server.lose_answers(2)
    await house.send(house.post(files={"week.png": b"png"}))
    (message,) = house.posted
    assert message.attachments[0].data == b"png"
    assert house.pauses == [1, 2]


@pytest.mark.parametrize("later", [timedelta(seconds=20), timedelta(hours=3)])
async def test_a_crash_before_it_is_noted_does_not_post_twice(
    house: House, later: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.marks.fails = 1
    with pytest.raises(CrashError):
        await house.send(house.post())
    house.now += later
    if later > NONCE_HOLDS:
        monkeypatch.setattr("playground.rest.routes.NONCE_HOLDS", 0)
    await house.send(house.post())
    assert len(house.posted) == 1
    assert all(mark.sent for mark in house.marks.kept.values())


async def test_an_answer_that_is_lost_does_not_post_twice_when_tries_take_minutes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.rest.routes.NONCE_HOLDS", 0)
    house.a_try_takes = NONCE_HOLDS + timedelta(seconds=1)
    house.server.lose_answers(1)
    await house.send(house.post())
    assert house.pauses == [1]
    assert len(house.posted) == 1


async def test_with_its_buttons_it_is_known_again_after_its_figures_changed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.rest.routes.NONCE_HOLDS", 0)

    async def pressed(_: Press) -> None:
        """Nobody presses it here."""

    kind = persistent.kind("open", rule=access.HELP, pressed=pressed, arguments="[0-9]+")

    def view(about: int) -> discord.ui.View:
        button = discord.ui.Button[discord.ui.View](label="Open")
        at = datetime(2026, 11, 26, 8, tzinfo=UTC)
        return persistent.view(kind.of(button, asker_id=None, at=at, arguments=(about,)))

    def post(key: str, figures: str, about: int) -> Post:
        return house.post(key, embed=discord.Embed(description=figures), view=view(about))

    await house.send(post("digest-1", "37 messages", about=1))
    house.marks.fails = 1
    with pytest.raises(CrashError):
        await house.send(post("digest-2", "12 messages", about=2))
    house.now += timedelta(hours=3)
    await house.send(post("digest-2", "13 messages", about=2))
    shown = [message.embeds[0]["description"] for message in house.posted]
    assert sorted(shown) == ["12 messages", "37 messages"]
    assert all(mark.sent for mark in house.marks.kept.values())


async def test_it_is_found_again_in_a_busy_channel(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.rest.routes.NONCE_HOLDS", 0)
    house.marks.fails = 1
    talker = house.server.world.add_user("ben")
    for _ in range(150):
        house.server.world.add_message(
            Message(house.server.world.ids.make(), house.news.id, talker, "busy here")
        )
    with pytest.raises(CrashError):
        await house.send(house.post())
    house.now += timedelta(hours=3)
    await house.send(house.post())
    titles = [message.embeds[0]["title"] for message in house.posted if message.embeds]
    assert titles == ["A quiet week"]


async def test_a_crash_before_it_is_sent_does_not_lose_it(house: House) -> None:
    post = house.post()
    await house.marks.begin(post.guild_id, post.key, house.now)
    house.now += timedelta(hours=3)
    await house.send(house.post("something-else", embed=discord.Embed(title="Another")))
    await house.send(post)
    assert [message.embeds[0]["title"] for message in house.posted] == ["A quiet week", "Another"]


async def test_an_outage_is_waited_for_and_the_post_may_come_later(house: House) -> None:
    with house.server.storm(503), pytest.raises(discord.DiscordServerError):
        await house.send(house.post())
    assert house.pauses == list(PAUSES)
    assert timedelta(seconds=sum(PAUSES)) < NONCE_HOLDS
    await house.send(house.post())
    assert len(house.posted) == 1


async def test_where_it_may_not_be_posted_it_says_what_to_do(house: House) -> None:
    house.news.overwrites.append(Overwrite(house.guild.id, deny=Permission.SEND_MESSAGES))
    with pytest.raises(UndeliverableError, match=f"<#{house.news.id}>.*give me View Channel"):
        await house.send(house.post())
    house.news.overwrites.clear()
    house.server.world.remove_channel(house.news)
    with pytest.raises(UndeliverableError, match="is gone") as raised:
        await house.send(house.post())
    loud = Localizer(translations=Shouting())
    assert raised.value.said(loud) == f"I CAN'T POST IN <#{house.news.id}>"
    assert house.pauses == [], "trying again would not help"


def test_a_nonce_is_one_that_discord_takes() -> None:
    post = Post(2**63 - 1, 1, "x" * 500)
    assert len(post.nonce) <= 25
    assert post.nonce == replace(post, channel_id=2).nonce
    assert post.nonce != replace(post, key="y").nonce != replace(post, guild_id=1).nonce
