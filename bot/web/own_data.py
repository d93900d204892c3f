"""What members ask about themselves, and what they can do about it: the one thing that changes
anything here."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.render import own_data as words
from bot.render.about import privacy_embed
from bot.render.embeds import note_embed
from bot.render.export import csv_files, json_file
from bot.render.localizer import Localizer
from bot.reports.periods import HOUR, PERIODS
from bot.web.asking import BadRequestError, Visit
from bot.web.columns import Json, rounded, text_of
from bot.web.files import file_answer

NO_LIMIT = 2**40
"""Bytes of a file: only Discord has a limit."""


async def own_mood(visit: Visit) -> web.Response:
    kept = visit.answering.retention.member_days
    lengths = [length for length in PERIODS if length.days <= kept]
    week, *others = (lengths[1], lengths[0], *lengths[2:]) if len(lengths) > 1 else lengths
    hours = tuple(length // HOUR for length in (week, *others))
    period = visit.number("period", hours) * HOUR
    answering = visit.answering
    report, embed = await answering.members.own(
        answering.client, visit.viewer, visit.localizer, period
    )
    told = {"text": text_of(visit.plain(embed)), "mood": rounded(report.now.mood())}
    return web.json_response(told)


async def own_data(visit: Visit) -> web.Response:
    """What is kept, and what is asked before any of it is erased."""
    guild_id, user_id = visit.guild.id, visit.viewer.id
    status = await visit.answering.storage.privacy.status(guild_id, user_id)
    kept = visit.settings.kept(visit.answering.clock(), visit.answering.retention)
    embed = privacy_embed(visit.localizer, status, kept, visit.settings, ways_out=False)
    _ = visit.localizer.gettext
    if status.opted_out:
        ask = {"opt-in": _(words.COUNTED_AGAIN)}
    else:
        nothing = not status.messages
        ask = {
            "opt-out": _(words.OPT_OUT_OF_NOTHING if nothing else words.OPT_OUT),
            "forget": _(words.FORGET_NOTHING if nothing else words.FORGET),
            "stays": _(words.PUBLISHED_STAYS),
        }
    ask = {name: visit.plain(note_embed("", each)).lines[0] for name, each in ask.items()}
    return web.json_response({
        "text": text_of(visit.plain(embed)),
        "opted_out": status.opted_out,
        "messages": status.messages,
        "ask": ask,
    })  # fmt: skip


async def _files(visit: Visit, form: str) -> dict[str, bytes]:
    privacy = visit.answering.storage.privacy
    kept = await privacy.export(visit.guild.id, visit.viewer.id)
    if form == "json":
        return dict([await asyncio.to_thread(json_file, visit.localizer, kept, NO_LIMIT)])
    return dict(await asyncio.to_thread(csv_files, kept, NO_LIMIT))


async def as_json(visit: Visit) -> web.Response:
    ((name, content),) = (await _files(visit, "json")).items()
    return file_answer(name, content)


async def as_table(name: str, visit: Visit) -> web.Response:
    """The messages or the hours, for a spreadsheet; empty where there are none."""
    return file_answer(name, (await _files(visit, "csv")).get(name, b""))


async def _confirmed(visit: Visit, what: str) -> None:
    """Raises BadRequestError unless the request says what it is for: nothing is erased by less."""
    try:
        told: Any = await visit.request.json()
    except (ValueError, RecursionError):
        raise BadRequestError from None
    if told != {"confirm": what}:
        raise BadRequestError


async def _is_out(visit: Visit) -> bool:
    privacy = visit.answering.storage.privacy
    return (await privacy.status(visit.guild.id, visit.viewer.id)).opted_out


def _already_out(visit: Visit) -> web.Response:
    _ = visit.localizer.gettext
    return _told(visit, _("Nothing changed"), _(words.ALREADY_OUT))


async def opt_out(visit: Visit) -> web.Response:
    opt_out = visit.answering.storage.privacy.opt_out
    return await _erase(visit, "opt-out", opt_out, words.opted_out_words)


async def forget(visit: Visit) -> web.Response:
    forget = visit.answering.storage.privacy.forget
    return await _erase(visit, "forget", forget, words.forgotten_words)


async def _erase(
    visit: Visit,
    what: str,
    erase: Callable[[int, int, datetime], Awaitable[int]],
    words_for: Callable[[Localizer, int], str],
) -> web.Response:
    """Erase so much of the viewer's as is asked for, and say so in words for the number of messages
    that were erased."""
    await _confirmed(visit, what)
    if await _is_out(visit):
        return _already_out(visit)
    answering = visit.answering
    try:
        erased = await erase(visit.guild.id, visit.viewer.id, answering.clock())
    finally:
        answering.figures.forget()
    return _done(visit, words_for(visit.localizer, erased))


async def opt_in(visit: Visit) -> web.Response:
    await _confirmed(visit, "opt-in")
    at, _ = visit.answering.clock(), visit.localizer.gettext
    was_out = await visit.answering.storage.privacy.opt_in(visit.guild.id, visit.viewer.id, at)
    if not was_out:
        return _told(visit, _("Nothing changed"), _(words.NEVER_OUT))
    return _told(visit, _("You're counted"), _(words.COUNTED_AGAIN))


def _done(visit: Visit, done: str) -> web.Response:
    _ = visit.localizer.gettext
    return _told(visit, _("Done"), f"{done}\n\n{_(words.PUBLISHED_STAYS)}")


def _told(visit: Visit, title: str, told: str) -> web.Response:
    text: Json = {"text": text_of(visit.plain(note_embed(title, told)))}
    return web.json_response(text)
