"""What a moderator asks first: what was unusual, since when, and is it over."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.commands import errors
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.desk.looks import Viewing
from bot.commands.desk.now import DAYS, Seen
from bot.commands.errors import Refused
from bot.render.desk import morning_embed
from bot.render.export import csv_of
from bot.reports.periods import DAY
from bot.reports.side_by_side import Strips
from bot.web.asking import Visit
from bot.web.columns import (
    Json,
    columns_of,
    episode_of,
    named,
    rounded,
    seconds,
    stretches_of,
    text_of,
)
from bot.web.files import file_answer, png_answer


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a moderator is told first, and what is drawn of it; as JSON, too, which takes longer
    than most. `names` are those of the channels that were looked at."""

    seen: Seen
    strips: Strips
    names: dict[int, Json]
    drawn: list[Json]


async def _seen(visit: Visit) -> tuple[Viewing, _Looked]:
    viewing, answering = await visit.viewing(), visit.answering
    length = visit.number("back", DAYS) * DAY or None
    channels = visit.scope().channels
    if not channels:
        raise Refused(errors.UNREADABLE_CHANNEL)

    async def look() -> _Looked:
        seen = await answering.desk.now.seen(answering.client, viewing, channels, length)
        unusual, now = seen.morning.unusual, seen.asked.now
        pictures = answering.desk.pictures
        strips = await pictures.strips(viewing, seen.look, unusual, channels, now)
        names = {channel.id: named(channel) for channel in channels}
        return _Looked(seen, strips, names, _drawn(strips, names))

    made_of = (viewing.guild.id, tuple((each.id, each.name) for each in channels), length)
    key = ("morning", *made_of, viewing.least_people, str(viewing.localizer.time_zone))
    return viewing, await answering.figures.of(key, look)


def _drawn(strips: Strips, names: dict[int, Json]) -> list[Json]:
    return [
        {
            "channel": names[course.channel_id],
            "columns": columns_of(course),
            "unusual": stretches_of(course.unusual),
        }
        for course in strips.courses
        if course.channel_id is not None
    ]


async def morning(visit: Visit) -> web.Response:
    viewing, looked = await _seen(visit)
    seen, told, by_id = looked.seen, looked.seen.morning, looked.names
    words = morning_embed(viewing.localizer, told, seen.asked)
    unusual = [
        episode_of(viewing.localizer, str(EpisodeId.of(each)), each, by_id[each.channel_id])
        for each in told.by_strength
    ]
    return web.json_response({
        "view": "morning",
        "since": seconds(told.since),
        "until": seconds(seen.asked.now),
        "text": text_of(visit.plain(words)),
        "unusual": unusual,
        "strips": looked.drawn,
        "cut_short": seen.asked.cut_short,
        "has_gap": seen.asked.has_gap,
        "channels": told.channels,
        "messages": told.messages,
    })  # fmt: skip


async def picture(visit: Visit) -> web.Response:
    viewing, looked = await _seen(visit)
    moods = visit.answering.moods
    png, excuse = await moods.draw(visit.viewer.id, viewing.localizer, looked.strips)
    return png_answer(visit, "morning", png, excuse)


async def table(visit: Visit) -> web.Response:
    viewing, looked = await _seen(visit)
    zone = viewing.localizer.time_zone
    rows = (
        {
            "channel": f"#{looked.names[each.channel_id]['name']}",
            "began": each.began.astimezone(zone).isoformat(" ", "minutes"),
            "until": each.until.astimezone(zone).isoformat(" ", "minutes"),
            "over": each.over and each.over.astimezone(zone).isoformat(" ", "minutes"),
            "messages": each.messages,
            "negative": each.negative,
            "usual_share_negative": rounded(each.usual),
        }
        for each in looked.seen.morning.by_strength
    )
    return file_answer("barometer-morning.csv", csv_of(rows))
