"""What moderators ask: what was unusual, is it over, which messages, how much counts, notes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from functools import partial

from aiohttp import web

from bot.commands import errors
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.desk.looks import Viewing
from bot.commands.desk.now import DAYS, Seen
from bot.commands.desk.pressing import require_text
from bot.commands.errors import Refused
from bot.commands.places import readable_channel
from bot.commands.views.custom_id import packed, unpacked
from bot.gateway.channels import Channel
from bot.render.coverage import parts_of
from bot.render.desk import morning_embed
from bot.render.export import csv_of
from bot.render.localizer import Localizer, for_language
from bot.render.notes import KINDS
from bot.render.talk import said_lines, talk_notes, talk_title
from bot.reports.morning import Fall
from bot.reports.periods import DAY, HOUR
from bot.reports.side_by_side import Strips
from bot.web.asking import BadRequestError, Visit
from bot.web.columns import (
    Json,
    columns_of,
    episode_of,
    moments_of,
    rounded,
    seconds,
    stretches_of,
    text_of,
)
from bot.web.files import file_answer, png_answer
from bot.web.guard import failure
from storage.records import Note


async def _viewing(visit: Visit) -> Viewing:
    """Refused where the viewer sees no live figures."""
    looks = visit.answering.desk.looks
    return await looks.viewing_of(visit.viewer, visit.rule, partial(for_language, visit.language))


async def _seen(visit: Visit) -> tuple[Viewing, list[Channel], Seen, Strips]:
    """What a moderator is told first, and what is drawn of it."""
    viewing, answering = await _viewing(visit), visit.answering
    length = visit.number("back", DAYS) * DAY or None
    channels = visit.scope().channels
    if not channels:
        raise Refused(errors.UNREADABLE_CHANNEL)

    async def look() -> tuple[Seen, Strips]:
        seen = await answering.desk.now.seen(answering.client, viewing, channels, length)
        unusual, now = seen.morning.unusual, seen.asked.now
        pictures = answering.desk.pictures
        return seen, await pictures.strips(viewing, seen.look, unusual, channels, now)

    made_of = (viewing.guild.id, tuple((each.id, each.name) for each in channels), length)
    key = ("morning", *made_of, viewing.least_people, str(viewing.localizer.time_zone))
    return viewing, channels, *await answering.figures.of(key, look)


async def morning(visit: Visit) -> web.Response:
    viewing, channels, seen, strips = await _seen(visit)
    told, by_name = seen.morning, {f"#{channel.name}": channel for channel in channels}
    by_id = {channel.id: _channel(channel) for channel in channels}
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
        "strips": [
            {
                "channel": _channel(by_name[course.name]),
                "columns": columns_of(course),
                "unusual": stretches_of(course.unusual),
            }
            for course in strips.courses
        ],
        "waiting": [
            {"channel": by_id[each], "days": so_far.days, "messages": so_far.messages}
            for each, so_far in told.waiting.items()
        ],
        "cut_short": seen.asked.cut_short,
        "has_gap": seen.asked.has_gap,
        "channels": told.channels,
        "messages": told.messages,
    })  # fmt: skip


def _channel(channel: Channel) -> Json:
    return {"id": str(channel.id), "name": channel.name}


async def morning_picture(visit: Visit) -> web.Response:
    viewing, _, _, strips = await _seen(visit)
    png, excuse = await visit.answering.moods.draw(visit.viewer.id, viewing.localizer, strips)
    return png_answer(visit, "morning", png, excuse)


async def morning_table(visit: Visit) -> web.Response:
    viewing, channels, seen, _ = await _seen(visit)
    names = {channel.id: f"#{channel.name}" for channel in channels}
    zone = viewing.localizer.time_zone
    rows = (
        {
            "channel": names[each.channel_id],
            "began": each.began.astimezone(zone).isoformat(" ", "minutes"),
            "until": each.until.astimezone(zone).isoformat(" ", "minutes"),
            "over": each.over and each.over.astimezone(zone).isoformat(" ", "minutes"),
            "messages": each.messages,
            "negative": each.negative,
            "usual_share_negative": rounded(each.usual),
        }
        for each in seen.morning.by_strength
    )
    return file_answer("barometer-morning.csv", csv_of(rows))


def _asked_episode(visit: Visit) -> EpisodeId:
    found = EpisodeId.parse(visit.request.match_info["episode"])
    if found is None or not 0 < found.began_id <= found.until_id < 2**63:
        raise BadRequestError
    return found


async def episode(visit: Visit) -> web.Response:
    """Is it over, and how many people wrote."""
    viewing, desk = await _viewing(visit), visit.answering.desk
    found = await desk.looks.episode(viewing, _asked_episode(visit))
    now, localizer = desk.looks.clock(), viewing.localizer
    over, notes = await desk.answers.over(viewing, found, now)
    people = await desk.answers.people(viewing, found)
    course = await desk.pictures.course_after(viewing, found, notes, now)
    number, channel = str(EpisodeId.of(found.episode)), _channel(found.channel)
    return web.json_response({
        "episode": episode_of(localizer, number, found.episode, channel),
        "over": text_of(visit.plain(over)),
        "people": text_of(visit.plain(people)),
        "course": {
            "columns": columns_of(course),
            "unusual": stretches_of(course.unusual),
            "moments": moments_of(localizer, course.moments),
        },
    })  # fmt: skip


async def before(visit: Visit) -> web.Response:
    """Whether there were others like it."""
    viewing, desk = await _viewing(visit), visit.answering.desk
    asked = _asked_episode(visit)
    channel = readable_channel(visit.viewer, asked.channel_id)
    if channel not in viewing.channels():
        raise Refused(errors.CHANNEL_NOT_COUNTED)
    words, found = await desk.answers.before(viewing, asked, desk.looks.clock())
    names = {each.id: _channel(each) for each in viewing.channels()}
    falls = [_fall(fall, names) for fall in found.others]
    return web.json_response({"text": text_of(visit.plain(words)), "falls": falls})


def _fall(fall: Fall, names: dict[int, Json]) -> Json:
    return {
        "id": str(EpisodeId.of(fall.worst)),
        "began": seconds(fall.began),
        "until": seconds(fall.until),
        "channels": [names[each] for each in fall.channel_ids if each in names],
    }


async def messages(visit: Visit) -> web.Response:
    """What was said in an episode, from Discord just now: for this answer, and kept nowhere.

    Only of an episode as it is found at this moment, by the same rules as *Which messages?*.
    """
    viewing, desk = await _viewing(visit), visit.answering.desk
    typed = visit.request.query.get("from", packed(0))
    try:
        first = unpacked(typed)
    except ValueError:
        raise BadRequestError from None
    asked = _asked_episode(visit)
    channel = readable_channel(visit.viewer, asked.channel_id)
    require_text(visit.answering.client, channel, age_restricted=False)
    if (wait := visit.answering.readings.take(visit.viewer.id)) > 0:
        return _read_too_much(viewing.localizer, wait)
    found = (await desk.looks.episode(viewing, asked)).episode
    read = await desk.messages.read(channel, found.began_id, found.until_id, first)
    viewer = await visit.again()  # all that waiting may have taken long
    readable_channel(viewer, channel.id)
    names = {viewer.id: viewer.display_name} | {r.id: r.name for r in viewing.guild.roles}
    lines = said_lines(viewing.localizer, read.talk, read.page, read.lines, names)
    earlier, later = read.page.earlier, read.page.later
    return web.json_response({
        "title": talk_title(viewing.localizer, channel.name),
        "began": seconds(found.began),
        "until": seconds(found.until),
        "messages": [
            {
                "number": line.number,
                "conversation": line.conversation,
                "at": seconds(line.at),
                "author": line.author,
                "text": line.text,
                "label": line.label,
                "label_words": line.label_words,
                "reply": line.is_reply,
                "edited": line.is_edited,
                "turned": line.turned,
                "thread": _thread(visit, line.place_id, channel),
                "link": line.link,
            }
            for line in lines
        ],
        "earlier": None if earlier is None else packed(earlier),
        "later": None if later is None else packed(later),
        "notes": talk_notes(viewing.localizer, read.talk, ran_out=read.ran_out),
    })  # fmt: skip


def _read_too_much(localizer: Localizer, wait: float) -> web.Response:
    seconds = max(1, round(wait))
    words = localizer.ngettext(
        "You've read a lot of pages. The next one is ready for you in {number} second.",
        "You've read a lot of pages. The next one is ready for you in {number} seconds.",
        seconds,
    )
    return failure(429, "one_moment", words, wait=seconds)


def _thread(visit: Visit, place_id: int, channel: Channel) -> str | None:
    """The name of the thread that a message is in, if it is in one."""
    return None if place_id == channel.id else visit.name_of("channel", place_id)


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


async def coverage_table(visit: Visit) -> web.Response:
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


async def _notes(visit: Visit) -> list[Note]:
    visit.require_live()
    return await visit.answering.notes.of(visit.viewer, visit.settings)


async def notes(visit: Visit) -> web.Response:
    return web.json_response({
        "view": "notes",
        "notes": [
            {
                "id": str(note.id),
                "at": seconds(note.at),
                "kind": note.kind,
                "label": visit.localizer.gettext(KINDS[note.kind]),
                "text": note.text,
                "channel": None
                if note.channel_id is None
                else {
                    "id": str(note.channel_id),
                    "name": visit.name_of("channel", note.channel_id) or "?",
                },
            }
            for note in await _notes(visit)
        ],
    })  # fmt: skip


async def notes_table(visit: Visit) -> web.Response:
    zone = visit.localizer.time_zone
    rows = [
        {
            "at": note.at.astimezone(zone).isoformat(" ", "minutes"),
            "channel": note.channel_id and (visit.name_of("channel", note.channel_id) or "?"),
            "kind": note.kind,
            "text": note.text,
        }
        for note in await _notes(visit)
    ]
    return file_answer("barometer-notes.csv", csv_of(rows))
