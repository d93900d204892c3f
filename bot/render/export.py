"""What is kept of a member → a JSON file for them. Pure functions."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from typing import Any

from bot.render.localizer import N_, Localizer
from storage.records import KeptHour, KeptMessage, MemberExport, Note

ABOUT = N_(
    "Everything Barometer keeps about you in this server. Ids are Discord's, times are UTC. Each "
    "message has three numbers: how likely it is negative, neutral and positive. Each hour counts "
    "your messages in a channel; of the first ten I could judge it adds up the moods (-1 to 1) and "
    "the squares of these. What you wrote isn't in here, because it is never kept, except for "
    "notes you set for charts."
)


def export_file(localizer: Localizer, export: MemberExport, limit: int) -> tuple[str, bytes]:
    """A name and JSON as UTF-8; compressed by gzip where it would not fit into `limit` bytes."""
    data = json.dumps(document(localizer, export), indent=1, ensure_ascii=False).encode()
    if len(data) <= limit:
        return "my-barometer-data.json", data
    return "my-barometer-data.json.gz", gzip.compress(data)


def document(localizer: Localizer, export: MemberExport) -> dict[str, Any]:
    """As JSON holds it; programs read its names, so they are English in any language.

    Ids are strings: many programs read such large numbers inexactly.
    """
    return {
        "about": localizer.gettext(ABOUT),
        "server_id": str(export.guild_id),
        "member_id": str(export.user_id),
        "opted_out": export.opted_out,
        "erased_up_to": _time(export.erased_up_to),
        "messages": [_message(message) for message in export.messages],
        "hours": [_hour(hour) for hour in export.hours],
        "notes": [_note(note) for note in export.notes],
    }


def _message(message: KeptMessage) -> dict[str, Any]:
    return {
        "message_id": str(message.message_id),
        "channel_id": str(message.channel_id),
        "sent_at": _time(message.sent_at),
        "edited_at": _time(message.edited_at),
        "reply_to": None if message.reply_to is None else str(message.reply_to),
        "status": message.status,
        "negative": message.negative,
        "neutral": message.neutral,
        "positive": message.positive,
        "model": message.model,
        "marked_right": message.marked_right,
    }


def _hour(hour: KeptHour) -> dict[str, Any]:
    counts = hour.counts
    return {
        "channel_id": str(hour.channel_id),
        "hour": _time(counts.hour),
        "negative": counts.negative,
        "neutral": counts.neutral,
        "positive": counts.positive,
        "unsure": counts.unsure,
        "not_scored": counts.not_scored,
        "mood_sum": round(counts.mood_sum, 4),
        "mood_sum_squares": round(counts.mood_sum_squares, 8),
        "scored": counts.scored,
        "last_counted_id": None if hour.last_counted_id is None else str(hour.last_counted_id),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "note_id": str(note.id),
        "channel_id": None if note.channel_id is None else str(note.channel_id),
        "at": _time(note.at),
        "set_at": _time(note.set_at),
        "kind": note.kind,
        "text": note.text,
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
