"""A course, an episode and plain text → what JSON holds of it. Pure functions.

Times are whole seconds since 1970, ids are texts: JavaScript holds no such large numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.permissions.channels import Channel
from bot.render.charts.moments import KINDS
from bot.render.desk_words import VERDICTS
from bot.render.localizer import Localizer
from bot.render.plain_text import PlainText
from bot.render.words import one_line
from bot.reports.course import Course, Moment, Step, Stretch
from bot.reports.morning import is_slide, verdict
from bot.reports.unusual.episodes import Episode

Json = dict[str, Any]

LONGEST_NAME = 100
"""Of channels, categories, roles, servers and members, in characters; Discord's own limit:
https://discord.com/developers/docs/resources/channel#channel-object"""


def seconds(moment: datetime) -> int:
    """Whole seconds from 1970 to this time (aware)."""
    return int(moment.timestamp())


def rounded(figure: float | None) -> float | None:
    """Of a mood or a share, as many digits as mean anything."""
    return None if figure is None else round(figure, 4)


def text_of(text: PlainText) -> Json:
    """Words as a title, lines and a footer, each of them plain text."""
    return {"title": text.title, "lines": list(text.lines), "footer": text.footer}


def columns_of(course: Course) -> Json:
    """The steps of a course, a list a column, as uPlot takes them.

    `low` and `high` are where its mood lies with 95 %; `None` is a gap.
    """
    steps = course.steps
    return {
        "start": [seconds(step.start) for step in steps],
        "end": [seconds(step.end) for step in steps],
        "mood": [rounded(step.mood) for step in steps],
        "low": [_edge(step, -1) for step in steps],
        "high": [_edge(step, 1) for step in steps],
        "usual": [rounded(step.usual.middle) if step.usual else None for step in steps],
        "usual_low": [rounded(step.usual.low) if step.usual else None for step in steps],
        "usual_high": [rounded(step.usual.high) if step.usual else None for step in steps],
        "before": [rounded(step.before) for step in steps],
        "messages": [0 if step.hidden else step.messages for step in steps],
        "hidden": [step.hidden for step in steps],
    }


def _edge(step: Step, side: int) -> float | None:
    return (
        None if step.mood is None else rounded(max(-1.0, min(1.0, step.mood + side * step.margin)))
    )


def stretches_of(stretches: Iterable[Stretch]) -> list[Json]:
    """The unusual parts of a course; `over` is `None` where one is not over."""
    return [
        {
            "began": seconds(each.began),
            "until": seconds(each.until),
            "over": None if each.over is None else seconds(each.over),
        }
        for each in stretches
    ]


def moments_of(localizer: Localizer, moments: Iterable[Moment]) -> list[Json]:
    """What happened, with the words for its kind; `text` is a moderator's own."""
    return [
        {
            "at": seconds(each.at),
            "kind": each.kind,
            "label": localizer.gettext(KINDS[each.kind]),
            "text": each.text,
        }
        for each in moments
    ]


def name_of(name: str) -> str:
    """What something is called, as text: whole, but nothing in it turns what stands beside it."""
    return one_line(name, LONGEST_NAME)


def named(channel: Channel) -> Json:
    """A channel's id and name."""
    return {"id": str(channel.id), "name": name_of(channel.name)}


def channel_of(channel_id: int, names: Mapping[int, str]) -> Json:
    """The same of a channel by its id; `names` may have a # before them."""
    return {"id": str(channel_id), "name": name_of(names[channel_id].removeprefix("#"))}


def episode_of(localizer: Localizer, number: str, episode: Episode, channel: Json) -> Json:
    """An episode as a moderator is told of it; `number` is its id in addresses."""
    told = verdict(episode)
    return {
        "id": number,
        "channel": channel,
        "began": seconds(episode.began),
        "until": seconds(episode.until),
        "over": None if episode.over is None else seconds(episode.over),
        "verdict": told,
        "verdict_words": localizer.gettext(VERDICTS[told]),
        "negative": episode.negative,
        "messages": episode.messages,
        "usual": rounded(episode.usual),
        "slide": is_slide(episode),
    }
