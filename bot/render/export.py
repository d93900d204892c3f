"""What is kept of a member → files for them, as JSON or as CSV. Pure functions."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.render.localizer import N_, Localizer
from storage.records import (
    Alert,
    ChosenRetention,
    Digest,
    KeptHour,
    KeptMessage,
    MemberExport,
    Minimums,
    Note,
    SettingsChange,
)

# Where a formula would begin. Also within a text: in many countries spreadsheets take a semicolon
# for what separates cells, and quotes around what has none of these in it for signs of the text.
_FORMULA = re.compile(r"(^|[;\t\r\n])(\s*)(?=[=+\-@＝＋－＠])")

ABOUT = N_(
    "Everything Barometer keeps about you in this server. Ids are Discord's, times are UTC. Each "
    "message has three numbers: how likely it is negative, neutral and positive. Each hour counts "
    "your messages in a channel; of the first ten I could judge it adds up the moods (-1 to 1) and "
    "the squares of these. What you wrote isn't in here, because it is never kept, except for "
    "notes you set for charts."
)


File = tuple[str, bytes]
"""A name and what is in it."""


def json_file(localizer: Localizer, export: MemberExport, limit: int) -> File:
    """A name and JSON as UTF-8; compressed by gzip where it would not fit into `limit` bytes."""
    data = json.dumps(document(localizer, export), indent=1, ensure_ascii=False).encode()
    return _fitting("my-barometer-data.json", data, limit)


def csv_files(export: MemberExport, limit: int) -> list[File]:
    """The messages and the hours, for a spreadsheet; what is empty is left out.

    Each is compressed where both would not fit into `limit` bytes.
    Spreadsheets round ids of 19 digits, so messages and channels are Discord's own links to them.
    """
    guild = export.guild_id
    files = (
        ("my-barometer-messages.csv", csv_of(_message_row(guild, m) for m in export.messages)),
        ("my-barometer-hours.csv", csv_of(_hour_row(guild, hour) for hour in export.hours)),
    )
    return [_fitting(name, data, limit // len(files)) for name, data in files if data]


def csv_of(rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows of the same columns as CSV (RFC 4180), with their names first; b"" without a row.

    UTF-8 with the mark by which spreadsheets know it. What would be a formula there becomes a text
    (https://owasp.org/www-community/attacks/CSV_Injection).

    >>> csv_of([{"channel": "=1+1", "mood": -0.5}]).decode("utf-8-sig").split()
    ['channel,mood', "'=1+1,-0.5"]
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for number, row in enumerate(rows):
        if not number:
            writer.writerow(row)
        writer.writerow(map(_cell, row.values()))
    return written.getvalue().encode("utf-8-sig") if written.getvalue() else b""


def _cell(value: Any) -> Any:
    return _FORMULA.sub(r"\1'\2", value) if isinstance(value, str) else value


def _fitting(name: str, data: bytes, limit: int) -> File:
    return (name, data) if len(data) <= limit else (f"{name}.gz", gzip.compress(data))


def _message_row(guild_id: int, message: KeptMessage) -> dict[str, Any]:
    named = _message(message)
    channel = named.pop("channel_id")
    answered = named.pop("reply_to")
    return {
        "message": link(guild_id, channel, named.pop("message_id")),
        "channel": link(guild_id, channel),
        "reply_to": answered and link(guild_id, channel, answered),
        **named,
    }


def _hour_row(guild_id: int, hour: KeptHour) -> dict[str, Any]:
    named = _hour(hour)
    channel = named.pop("channel_id")
    counted = named.pop("last_counted_id")
    return {
        "channel": link(guild_id, channel),
        **named,
        "last_counted": counted and link(guild_id, channel, counted),
    }


def link(*ids: int | str) -> str:
    """Discord's own to a channel or message: of the ids of guild, channel and message."""
    return "/".join(("https://discord.com/channels", *map(str, ids)))


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
        "settings_changes": [_settings_change(change) for change in export.settings_changes],
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


def _settings_change(change: SettingsChange) -> dict[str, Any]:
    before, after = _chosen(change.before), _chosen(change.after)
    return {"at": _time(change.at), "setting": change.name, "before": before, "after": after}


def _chosen(value: Any) -> Any:
    """A setting's value as JSON holds it."""
    match value:
        case frozenset():
            return [str(each) for each in sorted(value)]
        case Minimums() | ChosenRetention():
            return _chosen(asdict(value))
        case Digest():
            return {
                "channel_id": str(value.target_id),
                "weekday": value.weekday,
                "hour": value.hour,
                "only_unusual": value.only_unusual,
            }
        case Alert():
            return {
                "watched_id": value.scope_id and str(value.scope_id),
                "channel_id": str(value.target_id),
                "sensitivity": value.sensitivity,
                "quiet_from_minute": value.quiet_from,
                "quiet_until_minute": value.quiet_until,
                "most_a_day": value.most_a_day,
            }
        case dict():
            return {name: _chosen(each) for name, each in value.items()}
        case datetime():
            return _time(value)
    return value


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
