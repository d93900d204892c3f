"""The commands: each validates, asks one service, renders and sends.

A file here holds one cog. Its commands become subcommands of `/sentiment`; Discord counts
the whole as one command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.commands import errors
from bot.commands.alerts.buttons import AlertButtons
from bot.commands.alerts.commands import AlertCommands
from bot.commands.alerts.posting import AlertPosting
from bot.commands.backfill import BackfillCommands
from bot.commands.check import Check
from bot.commands.coverage import CoverageCommands
from bot.commands.desk.live_text import Source
from bot.commands.desk.parts import Desk
from bot.commands.help import Help
from bot.commands.members import MemberCommands
from bot.commands.mood_answers import MoodAnswers
from bot.commands.mood_panel import MoodPanel
from bot.commands.moods import MoodCommands
from bot.commands.notes import NoteCommands
from bot.commands.open import OpenCommand
from bot.commands.periods import TypedPeriods
from bot.commands.privacy import PrivacyCommands
from bot.commands.read_button import ReadButton
from bot.commands.readings import Readings
from bot.commands.set_up import SetUp
from bot.commands.settings import SettingsCommands
from bot.commands.trend_button import TrendButton
from bot.commands.turns import Allowance, Turns
from bot.commands.views import forms, persistent
from bot.commands.welcome import Welcome
from bot.ingest.gaps import Gaps
from bot.ingest.history import History
from bot.outbox import Outbox
from bot.render.chart_pool import ChartPool
from bot.render.command_texts import said_as
from bot.render.localizer import N_
from bot.render.words import length_words
from bot.reports.context import Contexts
from bot.reports.periods import HOUR, PERIODS
from bot.reports.queries import Moods
from bot.reports.watching import Watching
from bot.schedule.alerting import Alerting
from bot.schedule.digesting import Digesting
from bot.web.figures import Figures
from classifier.pool import ScorerPool
from storage import Storage
from storage.records import Retention

if TYPE_CHECKING:
    from bot.web.server import DeskPage

_FOLLOWS_MEMBER = ("me", "member")
_FOLLOWS_CHANNELS = ("coverage",)

# Whoever installed the bot for themselves has it in every server and direct message. Where it is no
# member, `check`, `help` and the menu work; the other commands say that they do not.
_PLACES = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_INSTALLS = app_commands.AppInstallationType(guild=True, user=True)


def install(
    tree: app_commands.CommandTree[Any],
    *,
    pool: ScorerPool,
    charts: ChartPool,
    storage: Storage,
    history: History,
    source: Source,
    gaps: Gaps,
    retention: Retention,
    watching: Watching,
    alerting: Alerting,
    digesting: Digesting,
    clock: Callable[[], datetime],
    page: DeskPage | None = None,
) -> None:
    """Add `/sentiment`, the menu *Check sentiment* and the handler of errors to the tree.

    Buttons that were sent before, by this program or an earlier one, answer from now on as well,
    and digests are posted by the tree's client. The `page` in a browser, if it is switched on, is
    answered by what answers the commands.
    """
    check = Check(pool)
    turns = Turns()
    figures = Figures()
    privacy = PrivacyCommands(storage, retention, clock, turns, figures.forget)
    moods = Moods(storage, retention, clock)
    periods = TypedPeriods(storage.settings, retention, clock)
    outbox = Outbox(storage.posts, clock)
    moods_told = MoodAnswers(moods, Contexts(storage, watching), charts, gaps)
    settings = SettingsCommands(storage, gaps, retention, clock)
    # A reading ends with a button for moods; where a mood is missing, one for a reading stands.
    trend = TrendButton(lambda *asked: panel.answer(*asked))
    readings = Readings(history, storage, retention, moods, trend)
    read = ReadButton(readings)
    panel = MoodPanel(moods_told, storage, periods, turns, read)
    set_up = SetUp(storage, readings, read, retention, clock)
    Welcome(set_up, storage.posts, outbox, clock).hear(tree.client)
    desk = Desk(
        pool=pool,
        charts=charts,
        storage=storage,
        source=source,
        gaps=gaps,
        watching=watching,
        retention=retention,
        turns=turns,
        outbox=outbox,
        digesting=digesting,
        clock=clock,
    )
    digesting.follow(partial(desk.digest_posts.tell, tree.client))
    alert_buttons = AlertButtons(storage, desk.looks, desk.answers, turns)
    alerting.attend(AlertPosting(tree.client, outbox, alert_buttons))
    members = MemberCommands(moods, storage, turns, gaps)
    notes = NoteCommands(storage, periods, retention, clock)
    coverage = CoverageCommands(moods, storage, turns, gaps)
    if page is not None:
        from bot.web.asking import READINGS, SECONDS, Answering

        page.attend(
            Answering(
                client=tree.client,
                figures=figures,
                readings=Allowance(READINGS, SECONDS),
                storage=storage,
                turns=turns,
                retention=retention,
                clock=clock,
                moods=moods_told,
                periods=periods,
                desk=desk,
                coverage=coverage,
                notes=notes,
                members=members,
            )
        )
    cogs = (
        check,
        MoodCommands(panel, periods),
        members,
        notes,
        coverage,
        privacy,
        settings,
        BackfillCommands(readings),
        *desk.cogs,
        AlertCommands(storage, desk.looks, watching, outbox, alerting.watch),
        OpenCommand(page),
        Help(storage, set_up),
    )
    buttons = (
        *privacy.buttons,
        *readings.buttons,
        trend.kind,
        read.kind,
        *set_up.buttons,
        *panel.buttons,
        *desk.buttons,
        *settings.buttons,
        *alert_buttons.buttons,
    )
    persistent.register(tree.client, buttons)
    forms.register(tree.client, settings.forms)
    group = app_commands.Group(
        name="sentiment",
        description=N_("The mood of this server, and of a text"),
        allowed_contexts=_PLACES,
        allowed_installs=_INSTALLS,
    )
    for cog in cogs:
        for command in cog.get_app_commands():
            group.add_command(command)
    for names, days in (
        (_FOLLOWS_MEMBER, retention.member_days),
        # Whole days end with yesterday, and so reach back for up to a day more.
        (_FOLLOWS_CHANNELS, retention.channel_days - 1),
    ):
        _offer_kept_periods(group, names, days)
    tree.add_command(group)
    tree.add_command(
        app_commands.ContextMenu(
            name=N_("Check sentiment"),
            callback=check.check_message,
            type=discord.AppCommandType.message,
            allowed_contexts=_PLACES,
            allowed_installs=_INSTALLS,
        )
    )
    tree.error(errors.ErrorHandler().on_error)


def _offer_kept_periods(group: app_commands.Group, names: Iterable[str], days: int) -> None:
    """Offer only periods that do not reach past what is kept."""
    # Reads all catalogues: a broken one is found at the start.
    kept = [
        app_commands.Choice(
            name=said_as(partial(length_words, length=length)), value=length // HOUR
        )
        for length in PERIODS
        if length.days <= days
    ]
    for name in names:
        command = group.get_command(name)
        assert isinstance(command, app_commands.Command)  # noqa: S101 (the names are ours)
        app_commands.choices(period=kept)(command)
