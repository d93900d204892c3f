"""What moderators noted on the axis of time."""

from __future__ import annotations

from aiohttp import web

from bot.render.export import csv_of
from bot.render.notes import KINDS
from bot.web.asking import Visit
from bot.web.columns import seconds
from bot.web.files import file_answer
from storage.records import Note


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
