"""How much of what was written the moods are made of, for moderators."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import discord
from aiohttp import web

from bot.commands import errors
from bot.commands.desk.marks import HOW_IN_DISCORD
from bot.commands.errors import Refused
from bot.render.coverage import parts_of
from bot.render.export import csv_of
from bot.reports.coverage import NamedCoverage
from bot.reports.periods import DAY, HOUR
from bot.web.asking import Visit
from bot.web.columns import rounded, seconds, text_of
from bot.web.files import file_answer, png_answer


async def _covered(visit: Visit) -> tuple[NamedCoverage, discord.Embed]:
    """What is asked about, and the same as the command tells it."""
    visit.require_live()
    answering, scope, period = visit.answering, visit.scope(), _length(visit)
    asking = (visit.viewer, visit.settings, scope, visit.localizer, period)
    found, words = await answering.coverage.of(answering.client, *asking)
    return NamedCoverage(scope.name(visit.localizer), found), words


async def coverage(visit: Visit) -> web.Response:
    """Beside it, what came of the labels that moderators marked: of the whole server."""
    covered, words = await _covered(visit)
    found = covered.coverage
    marks = await visit.answering.desk.feedback.told(
        visit.guild.id, visit.localizer, HOW_IN_DISCORD
    )
    return web.json_response({
        "view": "coverage",
        "since": seconds(found.window.since),
        "until": seconds(found.window.until),
        "text": text_of(visit.plain(words)),
        "hidden": found.hidden,
        "messages": 0 if found.hidden else found.messages,
        "parts": [
            {
                "part": part.name,
                "messages": part.messages,
                "share": rounded(found.share(part.messages)),
                "words": part.meaning,
            }
            for part in parts_of(visit.localizer, found)
        ],
        "shown_days": found.shown_days,
        "hidden_days": found.hidden_days,
        "marks": text_of(visit.plain(marks)),
    })  # fmt: skip


async def table(visit: Visit) -> web.Response:
    covered, _ = await _covered(visit)
    rows = map(asdict, parts_of(visit.localizer, covered.coverage))
    return file_answer("barometer-coverage.csv", csv_of(rows))


async def picture(visit: Visit) -> web.Response:
    covered, _ = await _covered(visit)
    if covered.coverage.hidden or not covered.coverage.messages:
        raise Refused(errors.NOTHING_TO_DRAW)
    moods = visit.answering.moods
    png, excuse = await moods.draw(visit.viewer.id, visit.localizer, covered)
    return png_answer(visit, "coverage", png, excuse)


def _length(visit: Visit) -> timedelta:
    """How far back; of offered lengths alone, as in the command."""
    offered = tuple(length // HOUR for length in visit.answering.periods.lengths)
    return visit.number("period", (7 * DAY // HOUR, *offered)) * HOUR
