"""Every address of the page: each question passes its rule of `access.PAGE_RULES` first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.reports.pictures import View
from bot.web import about, coverage, episodes, mood_answers, morning, notes, own_data
from bot.web.asking import Visit

Answer = Callable[[Visit], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked at an address; `rule` is its name in `access.PAGE_RULES`.

    A `heavy` one waits until the person has a turn.
    """

    rule: str
    answer: Answer
    heavy: bool = True
    method: str = "GET"


_VIEWS: tuple[View, ...] = ("course", "compare", "channels", "week")
_EPISODE = "/episodes/{episode}"


def _moods() -> dict[str, Question]:
    found = {}
    for view in _VIEWS:
        found[f"/{view}"] = Question(view, partial(mood_answers.mood, view))
        found[f"/{view}.png"] = Question("picture", partial(mood_answers.picture, view))
        found[f"/{view}.csv"] = Question("table", partial(mood_answers.table, view))
    return found


OF_GUILD: Mapping[str, Question] = {
    **_moods(),
    "/morning": Question("morning", morning.morning),
    "/morning.png": Question("morning", morning.picture),
    "/morning.csv": Question("morning", morning.table),
    _EPISODE: Question("episode", episodes.episode),
    f"{_EPISODE}/course.png": Question("episode", episodes.picture),
    f"{_EPISODE}/course.csv": Question("episode", episodes.table),
    f"{_EPISODE}/before": Question("before", episodes.before),
    f"{_EPISODE}/messages": Question("messages", episodes.messages),
    "/coverage": Question("coverage", coverage.coverage),
    "/coverage.png": Question("coverage", coverage.picture),
    "/coverage.csv": Question("coverage", coverage.table),
    "/notes": Question("notes", notes.notes),
    "/notes.png": Question("notes", notes.picture),
    "/notes.csv": Question("notes", notes.table),
    "/my/mood": Question("own mood", own_data.own_mood),
    "/my/data": Question("own data", own_data.own_data, heavy=False),
    "/my/data.json": Question("own data", own_data.as_json),
    "/my/messages.csv": Question(
        "own data", partial(own_data.as_table, "my-barometer-messages.csv")
    ),
    "/my/hours.csv": Question("own data", partial(own_data.as_table, "my-barometer-hours.csv")),
    "/my/opt-out": Question("own data", own_data.opt_out, method="POST"),
    "/my/forget": Question("own data", own_data.forget, method="POST"),
    "/my/opt-in": Question("own data", own_data.opt_in, heavy=False, method="POST"),
}
"""Below `/api/guilds/{guild}`."""

ME = Question("me", about.me, heavy=False)
