"""How much of what was written the moods are made of, for moderators."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from aiohttp import web

from bot.render.coverage import parts_of
from bot.render.export import csv_of
from bot.reports.periods import DAY, HOUR
from bot.web.asking import Visit
from bot.web.columns import rounded, seconds, text_of
from bot.web.files import file_answer


async def coverage(visit: Visit) -> web.Response:
    visit.require_live()
    answering, scope, period = visit.answering, visit.scope(), _length(visit)
    asking = (visit.viewer, visit.settings, scope, visit.localizer, period)
    found, words = await answering.coverage.of(answering.client, *asking)
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
    })  # fmt: skip


async def table(visit: Visit) -> web.Response:
    visit.require_live()
    answering, scope, period = visit.answering, visit.scope(), _length(visit)
    asking = (visit.viewer, visit.settings, scope, visit.localizer, period)
    found, _ = await answering.coverage.of(answering.client, *asking)
    rows = map(asdict, parts_of(visit.localizer, found))
    return file_answer("barometer-coverage.csv", csv_of(rows))


def _length(visit: Visit) -> timedelta:
    """How far back; of offered lengths alone, as in the command."""
    offered = tuple(length // HOUR for length in visit.answering.periods.lengths)
    return visit.number("period", (7 * DAY // HOUR, *offered)) * HOUR
