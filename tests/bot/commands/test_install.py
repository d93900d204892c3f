from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot.interactions import install
from bot.render.chart_pool import ChartPool
from bot.reports.periods import HOUR, PERIODS
from bot.reports.watching import Watching
from bot.schedule.alerting import Alerting
from bot.schedule.digesting import Digesting
from storage.records import Retention
from tests.bot.commands.conftest import Clock, Server


def payloads(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
    return [command.to_dict(tree) for kind in kinds for command in tree.get_commands(type=kind)]


def options_of(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for option in payload.get("options", ()):
        yield option
        yield from options_of(option)


def names_below(payload: dict[str, Any]) -> set[str]:
    """Subcommands (type 1) and those of its groups (type 2), with their group before them."""
    names = set()
    for option in payload["options"]:
        if option["type"] == 1:
            names.add(option["name"])
        elif option["type"] == 2:
            names |= {f"{option['name']} {name}" for name in names_below(option)}
    return names


async def test_the_commands_are_those_that_were_promised(server: Server) -> None:
    group, menu = payloads(server.bot.tree)
    assert group["name"] == "sentiment"
    assert names_below(group) == {
        *("check", "now", "me", "member", "channel", "server", "trend", "coverage"),
        *("backfill", "feedback", "help", "open"),
        *("privacy show", "privacy export", "privacy opt-out", "privacy opt-in", "privacy forget"),
        "settings",
        *("note add", "note list", "note remove"),
        *("digest set", "digest show", "digest remove"),
        *("alerts add", "alerts list", "alerts remove", "alerts test"),
    }
    assert menu["name"] == "Check sentiment"


async def test_the_commands_keep_to_discords_limits(server: Server) -> None:
    # https://discord.com/developers/docs/interactions/application-commands
    group, menu = payloads(server.bot.tree)
    assert len(menu["name"]) <= 32
    for payload in (group, *options_of(group)):
        assert re.fullmatch(r"[-_a-z0-9]{1,32}", payload["name"])
        assert 1 <= len(payload["description"]) <= 100
        assert len(payload.get("options", ())) <= 25
        assert len(payload.get("choices", ())) <= 25
    texts = [v for o in (group, *options_of(group)) for v in (o["name"], o["description"])]
    assert sum(map(len, texts)) <= 8000


async def test_every_period_is_offered_where_a_mood_is_asked_for(server: Server) -> None:
    group, _ = payloads(server.bot.tree)
    for command in group["options"]:
        if command["name"] in ("me", "member", "channel", "server", "trend", "coverage"):
            (period,) = [o for o in command["options"] if o["name"] == "period"]
            assert not period["required"]
            if command["name"] in ("channel", "server", "trend"):
                assert period["autocomplete"], "there is more than can be offered"
                continue
            names = ["24 hours", "7 days", "30 days"]
            if command["name"] == "coverage":
                names.append("90 days")
            assert [c["name"] for c in period["choices"]] == names


async def test_a_period_that_reaches_past_what_is_kept_is_not_offered(server: Server) -> None:
    two, three, four = ([period // HOUR for period in PERIODS[:n]] for n in (2, 3, 4))
    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))
    for retention, of_members, of_channels in (
        (Retention(7, 30, 60), three, three),
        (Retention(7, 7, 90), two, three),
        (Retention(7, 7, 91), two, four),
        (Retention(7, 7, 8), two, two),
        (Retention(), three, four),
    ):
        tree.clear_commands(guild=None, type=None)
        install(
            tree,
            pool=server.pool,  # type: ignore[arg-type]
            charts=ChartPool(),
            storage=server.storage,
            history=server.history,  # type: ignore[arg-type]
            source=server.history,
            gaps=server.bot.gaps,
            retention=retention,
            watching=(watching := Watching(server.storage, retention, Clock())),
            alerting=Alerting(server.storage, watching, Clock()),
            digesting=Digesting(server.storage),
            clock=Clock(),
        )
        group, _ = payloads(tree)
        offered = {
            command["name"]: [choice["value"] for choice in option["choices"]]
            for command in group["options"]
            for option in command.get("options", ())
            if option["name"] == "period" and "choices" in option
        }
        assert offered == dict.fromkeys(("me", "member"), of_members) | {
            "coverage": of_channels,
            "now": [days for days in (0, 3, 7, 30) if days <= retention.rows_days],
        }


async def test_the_commands_can_be_installed_for_a_server_or_for_oneself(
    server: Server,
) -> None:
    for payload in payloads(server.bot.tree):
        assert payload["contexts"] == [0, 1, 2]
        assert payload["integration_types"] == [0, 1]


async def test_help_names_every_command(server: Server) -> None:
    await server.choose(member_lookup=True)
    reply = await server.ask(server.admin, "help")
    assert reply.ephemeral
    group, _ = payloads(server.bot.tree)
    for command in {name.split()[0] for name in names_below(group)} - {"help"}:
        assert f"`/sentiment {command}`" in reply.description
    in_direct_message = await server.env.create_user("dora").slash("sentiment help")
    assert server.reply(in_direct_message).title == "Barometer"
