"""What moderators noted on the axis of time."""

from __future__ import annotations

from aiohttp import web

from bot.commands import errors
from bot.commands.errors import Refused
from bot.render.export import csv_of
from bot.render.notes import KINDS
from bot.reports.noted import noted
from bot.web.asking import Visit
from bot.web.columns import seconds
from bot.web.files import file_answer, png_answer
from storage.records import Note


async def _notes(visit: Visit) -> list[Note]:
    """Those of the channels that are asked about, and of the whole server; latest first."""
    visit.require_live()
    scope = visit.scope()
    places = scope.place_names if scope.asked_ids else ()
    return await visit.answering.notes.of(visit.viewer, visit.settings, places)


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


async def table(visit: Visit) -> web.Response:
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


async def picture(visit: Visit) -> web.Response:
    notes, answering = await _notes(visit), visit.answering
    if not notes:
        raise Refused(errors.NOTHING_TO_DRAW)
    ids = {note.channel_id for note in notes if note.channel_id is not None}
    places = {each: f"#{visit.name_of('channel', each) or '?'}" for each in ids}
    name, zone = visit.scope().name(visit.localizer), visit.localizer.time_zone
    drawn = noted(name, notes, places, answering.clock(), zone)
    png, excuse = await answering.moods.draw(visit.viewer.id, visit.localizer, drawn)
    return png_answer(visit, "notes", png, excuse)
