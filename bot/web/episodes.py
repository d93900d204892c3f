"""What moderators ask about an episode: is it over, who was there, seen before, which messages."""

from __future__ import annotations

import discord
from aiohttp import web

from bot.commands import errors
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.desk.looks import FoundEpisode, Viewing
from bot.commands.desk.pressing import require_text
from bot.commands.errors import Refused
from bot.commands.places import readable_channel
from bot.commands.views.custom_id import packed, unpacked
from bot.gateway.channels import Channel
from bot.render.desk_words import chance_words
from bot.render.export import csv_of
from bot.render.localizer import Localizer
from bot.render.mood_table import course_rows
from bot.render.talk import said_lines, talk_notes, talk_title
from bot.reports.course import Course
from bot.reports.morning import Fall
from bot.web.asking import BadRequestError, Visit
from bot.web.columns import (
    Json,
    columns_of,
    episode_of,
    moments_of,
    named,
    seconds,
    stretches_of,
    text_of,
)
from bot.web.files import file_answer, png_answer
from bot.web.guard import failure


def _asked_episode(visit: Visit) -> EpisodeId:
    found = EpisodeId.parse(visit.request.match_info["episode"])
    if found is None or not 0 < found.began_id <= found.until_id < 2**63:
        raise BadRequestError
    return found


async def _course(visit: Visit) -> tuple[Viewing, FoundEpisode, Course, discord.Embed]:
    """The episode, the channel's course from a day before it up to now, and whether it is over."""
    viewing, desk = await visit.viewing(), visit.answering.desk
    found = await desk.looks.episode(viewing, _asked_episode(visit))
    now = desk.looks.clock()
    over, notes = await desk.answers.over(viewing, found, now)
    return viewing, found, await desk.pictures.course_after(viewing, found, notes, now), over


async def episode(visit: Visit) -> web.Response:
    """Is it over, and how many people wrote."""
    viewing, found, course, over = await _course(visit)
    people = await visit.answering.desk.answers.people(viewing, found)
    localizer, channels = viewing.localizer, viewing.channels()
    months = found.episode.evidence / max(1, len(channels))  # as in the morning of all of them
    number, channel = str(EpisodeId.of(found.episode)), named(found.channel)
    return web.json_response({
        "episode": episode_of(localizer, number, found.episode, channel),
        "over": text_of(visit.plain(over)),
        "chance": chance_words(localizer, months),
        "people": text_of(visit.plain(people)),
        "course": {
            "columns": columns_of(course),
            "unusual": stretches_of(course.unusual),
            "moments": moments_of(localizer, course.moments),
        },
    })  # fmt: skip


async def picture(visit: Visit) -> web.Response:
    viewing, _, course, _ = await _course(visit)
    png, excuse = await visit.answering.moods.draw(visit.viewer.id, viewing.localizer, course)
    return png_answer(visit, "episode", png, excuse)


async def table(visit: Visit) -> web.Response:
    viewing, _, course, _ = await _course(visit)
    return file_answer("barometer-episode.csv", csv_of(course_rows(viewing.localizer, course)))


async def before(visit: Visit) -> web.Response:
    """Whether there were others like it."""
    viewing, desk = await visit.viewing(), visit.answering.desk
    asked = _asked_episode(visit)
    channel = readable_channel(visit.viewer, asked.channel_id)
    if channel not in viewing.channels():
        raise Refused(errors.CHANNEL_NOT_COUNTED)
    words, found = await desk.answers.before(viewing, asked, desk.looks.clock())
    names = {each.id: named(each) for each in viewing.channels()}
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
    viewing, desk = await visit.viewing(), visit.answering.desk
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
    return None if place_id == channel.id else visit.name_of("channel", place_id) or "?"
