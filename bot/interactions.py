"""What answers people, put together: commands, buttons and forms, and the page in a browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.commands.alerts.buttons import AlertButtons
from bot.commands.alerts.commands import AlertCommands
from bot.commands.alerts.posting import AlertPosting
from bot.commands.backfill import BackfillCommands
from bot.commands.check import Check
from bot.commands.coverage import CoverageCommands
from bot.commands.desk.live_text import MessageSource
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
from bot.commands.tree import add_commands
from bot.commands.trend_button import TrendButton
from bot.commands.turns import Allowance, Turns
from bot.commands.views import forms, persistent
from bot.commands.welcome import Welcome
from bot.ingest.gaps import Gaps
from bot.ingest.history import History
from bot.outbox import Outbox
from bot.render.chart_pool import ChartPool
from bot.reports.context import Contexts
from bot.reports.queries import Moods
from bot.reports.watching import Watching
from bot.schedule.alerting import Alerting
from bot.schedule.digesting import Digesting
from bot.web.figures import FigureCache
from classifier.pool import ScorerPool
from storage import Storage
from storage.records import Retention

if TYPE_CHECKING:
    from bot.web.server import DeskPage


def install(
    tree: app_commands.CommandTree[Any],
    *,
    pool: ScorerPool,
    charts: ChartPool,
    storage: Storage,
    history: History,
    source: MessageSource,
    gaps: Gaps,
    retention: Retention,
    watching: Watching,
    alerting: Alerting,
    digesting: Digesting,
    clock: Callable[[], datetime],
    page: DeskPage | None = None,
) -> None:
    """Add all commands to the tree, and have its client answer what is pressed and filled in.

    Buttons that were sent before, by this program or an earlier one, answer from now on as well,
    and digests and alerts are posted by the tree's client. What answers the commands answers the
    `page` in a browser as well, if that is switched on.
    """
    check = Check(pool)
    turns = Turns()
    figures = FigureCache()
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
    add_commands(tree, cogs, check, retention)
    persistent.register(tree.client, buttons)
    forms.register(tree.client, settings.forms)
