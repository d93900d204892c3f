"""The parts of the desk, put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.commands.desk.answers import DeskAnswers
from bot.commands.desk.digest_commands import DigestCommands
from bot.commands.desk.digest_posts import DigestPosts
from bot.commands.desk.live_text import MessageSource
from bot.commands.desk.looks import Looks
from bot.commands.desk.marks import FeedbackCommands, Marking
from bot.commands.desk.messages import EpisodeMessages
from bot.commands.desk.moved import WhatMoved
from bot.commands.desk.now import NowCommands
from bot.commands.desk.pictures import DeskPictures
from bot.commands.turns import Turns
from bot.ingest.gaps import Gaps
from bot.outbox import Outbox
from bot.render.chart_pool import ChartPool
from bot.reports.watching import Watching
from bot.schedule.digesting import Digesting
from classifier.pool import ScorerPool
from storage import Storage
from storage.records import Retention


class Desk:
    """Its commands are in `cogs`, and the kinds of its buttons and selects in `buttons`.

    What is posted unasked looks at channels with the same `looks`, and has the same `answers`; and
    the page in a browser asks the same of all of them.
    """

    def __init__(
        self,
        *,
        pool: ScorerPool,
        charts: ChartPool,
        storage: Storage,
        source: MessageSource,
        gaps: Gaps,
        watching: Watching,
        retention: Retention,
        turns: Turns,
        outbox: Outbox,
        digesting: Digesting,
        clock: Callable[[], datetime],
    ) -> None:
        moved = WhatMoved(storage, source, pool, turns, clock)
        marking = Marking(storage, turns, clock)
        self.messages = messages = EpisodeMessages(
            storage, source, turns, clock, charts=charts, moved=moved, marking=marking
        )
        self.looks = looks = Looks(storage, watching, retention, clock)
        self.pictures = pictures = DeskPictures(storage, charts)
        self.answers = answers = DeskAnswers(looks, pictures, messages, storage, turns)
        self.now = now = NowCommands(looks, pictures, answers, turns, gaps)
        self.digest_posts = DigestPosts(storage, watching, pictures, now, gaps, outbox)
        digests = DigestCommands(storage, digesting, clock)
        self.feedback = feedback = FeedbackCommands(storage)
        self.cogs = (now, feedback, digests)
        self.buttons = (
            *(*now.buttons, *answers.buttons),
            *(*messages.buttons, *moved.buttons, *marking.buttons),
            *self.digest_posts.buttons,
        )
