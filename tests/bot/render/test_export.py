from __future__ import annotations

import csv
import gzip
import io
import json
import re
from datetime import UTC, datetime

import pytest

from bot.render.export import csv_files, csv_of, document, json_file
from bot.render.localizer import Localizer
from storage.records import (
    Alert,
    ChosenRetention,
    Digest,
    KeptHour,
    KeptMessage,
    MemberExport,
    Note,
    Retention,
    Rollup,
    SettingsChange,
)

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
EXPORT = MemberExport(
    guild_id=2**60 + 1,
    user_id=2**60 + 3,
    opted_out=False,
    erased_up_to=NOON,
    messages=(
        KeptMessage(2**60 + 5, 2**60 + 7, NOON, None, 2**60 + 9, "scored", 0.1, 0.2, 0.7, "m-1"),
        KeptMessage(
            *(2**60 + 11, 2**60 + 7, NOON, NOON, None, "unsure", 0.4, 0.2, 0.4, "m-1"),
            marked_right=False,
        ),
    ),
    hours=(KeptHour(2**60 + 7, Rollup(NOON, 1, 2, 3, 4, 5, 1.1 + 2.2, 3.5, 60, 1), 2**60 + 11),),
    notes=(
        Note(3, 2**60 + 7, NOON, NOON, "slow mode", "30 s"),
        Note(4, None, NOON, NOON, "raid", ""),
    ),
    settings_changes=(
        SettingsChange(NOON, 2**60 + 3, "ignored_channel_ids", frozenset(), frozenset({2**60 + 7})),
        SettingsChange(
            NOON,
            2**60 + 3,
            "retention",
            None,
            ChosenRetention(Retention(7, 7, 90), Retention(30, 30, 400), NOON),
        ),
        SettingsChange(NOON, 2**60 + 3, "digest", None, Digest(1, 2**60 + 7, None, 9, True, NOON)),
        SettingsChange(
            *(NOON, 2**60 + 3, "alert"),
            Alert(5, None, 2**60 + 7, "keen", NOON, 60, 90),
            None,
        ),
    ),
)


def test_an_export_holds_every_field_and_ids_as_text() -> None:
    name, data = json_file(Localizer(), EXPORT, 10_000)
    assert name == "my-barometer-data.json"
    read = json.loads(data)
    assert read.pop("about").startswith("Everything Barometer keeps about you")
    assert read == {
        "server_id": "1152921504606846977",
        "member_id": "1152921504606846979",
        "opted_out": False,
        "erased_up_to": "2026-05-20T12:00:00+00:00",
        "messages": [
            {
                "message_id": "1152921504606846981",
                "channel_id": "1152921504606846983",
                "sent_at": "2026-05-20T12:00:00+00:00",
                "edited_at": None,
                "reply_to": "1152921504606846985",
                "status": "scored",
                "negative": 0.1,
                "neutral": 0.2,
                "positive": 0.7,
                "model": "m-1",
                "marked_right": None,
            },
            {
                "message_id": "1152921504606846987",
                "channel_id": "1152921504606846983",
                "sent_at": "2026-05-20T12:00:00+00:00",
                "edited_at": "2026-05-20T12:00:00+00:00",
                "reply_to": None,
                "status": "unsure",
                "negative": 0.4,
                "neutral": 0.2,
                "positive": 0.4,
                "model": "m-1",
                "marked_right": False,
            },
        ],
        "hours": [
            {
                "channel_id": "1152921504606846983",
                "hour": "2026-05-20T12:00:00+00:00",
                "negative": 1,
                "neutral": 2,
                "positive": 3,
                "unsure": 4,
                "not_scored": 5,
                "mood_sum": 3.3,
                "mood_sum_squares": 3.5,
                "scored": 60,
                "last_counted_id": "1152921504606846987",
            }
        ],
        "notes": [
            {
                "note_id": "3",
                "channel_id": "1152921504606846983",
                "at": "2026-05-20T12:00:00+00:00",
                "set_at": "2026-05-20T12:00:00+00:00",
                "kind": "slow mode",
                "text": "30 s",
            },
            {
                "note_id": "4",
                "channel_id": None,
                "at": "2026-05-20T12:00:00+00:00",
                "set_at": "2026-05-20T12:00:00+00:00",
                "kind": "raid",
                "text": "",
            },
        ],
        "settings_changes": [
            {
                "at": "2026-05-20T12:00:00+00:00",
                "setting": "ignored_channel_ids",
                "before": [],
                "after": ["1152921504606846983"],
            },
            {
                "at": "2026-05-20T12:00:00+00:00",
                "setting": "retention",
                "before": None,
                "after": {
                    "chosen": {"rows_days": 7, "member_days": 7, "channel_days": 90},
                    "before": {"rows_days": 30, "member_days": 30, "channel_days": 400},
                    "since": "2026-05-20T12:00:00+00:00",
                },
            },
            {
                "at": "2026-05-20T12:00:00+00:00",
                "setting": "digest",
                "before": None,
                "after": {
                    "channel_id": "1152921504606846983",
                    "weekday": None,
                    "hour": 9,
                    "only_unusual": True,
                },
            },
            {
                "at": "2026-05-20T12:00:00+00:00",
                "setting": "alert",
                "before": {
                    "watched_id": None,
                    "channel_id": "1152921504606846983",
                    "sensitivity": "keen",
                    "quiet_from_minute": 60,
                    "quiet_until_minute": 90,
                    "most_a_day": 3,
                },
                "after": None,
            },
        ],
    }


def test_a_large_export_is_compressed() -> None:
    name, data = json_file(Localizer(), EXPORT, 1000)
    assert name == "my-barometer-data.json.gz"
    assert json.loads(gzip.decompress(data)) == document(Localizer(), EXPORT)


def test_tables_name_messages_and_channels_by_links_that_a_spreadsheet_cannot_round() -> None:
    (messages, message_data), (hours, hour_data) = csv_files(EXPORT, 10_000)
    assert (messages, hours) == ("my-barometer-messages.csv", "my-barometer-hours.csv")
    channel = "https://discord.com/channels/1152921504606846977/1152921504606846983"
    first, second = csv.DictReader(io.StringIO(message_data.decode("utf-8-sig")))
    assert first["message"] == f"{channel}/1152921504606846981"
    assert first["channel"] == channel
    assert first["reply_to"] == f"{channel}/1152921504606846985"
    assert [first[name] for name in ("negative", "neutral", "positive")] == ["0.1", "0.2", "0.7"]
    assert second["reply_to"] == ""
    (hour,) = csv.DictReader(io.StringIO(hour_data.decode("utf-8-sig")))
    assert hour["hour"] == "2026-05-20T12:00:00+00:00"
    assert hour["mood_sum"] == "3.3"


def test_what_is_empty_is_no_table() -> None:
    assert csv_files(MemberExport(1, 2, True, NOON, (), ()), 10_000) == []


def test_tables_that_do_not_fit_are_compressed() -> None:
    plain, small = csv_files(EXPORT, 10_000), csv_files(EXPORT, 100)
    assert [name for name, _ in small] == [f"{name}.gz" for name, _ in plain]
    assert [gzip.decompress(data) for _, data in small] == [data for _, data in plain]


def test_no_cell_of_a_table_acts_as_a_formula() -> None:
    names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "#general", "a,b", 'say "hi"']
    rows = [{"channel": name, "mood": -0.5} for name in names]
    read = list(csv.reader(io.StringIO(csv_of(rows).decode("utf-8-sig"), newline="")))
    assert read[0] == ["channel", "mood"]
    assert [mood for _, mood in read[1:]] == ["-0.5"] * len(names)
    for name, (cell, _) in zip(names, read[1:], strict=True):
        assert cell == (name if name[0] in "#as" else f"'{name}")


@pytest.mark.parametrize(
    "text", ["a;=1+1", "a; +1", "a;=1;-1", "a\n=1", "a,b\t@x", "＝1", "ok;＋1"]
)
def test_nor_does_it_where_a_spreadsheet_separates_cells_by_semicolons(text: str) -> None:
    written = csv_of([{"channel": "#general", "text": text}]).decode("utf-8-sig")
    cells = re.split(r"[;,\t\r\n]", written)
    assert not [each for each in cells if each.strip(' "')[:1] in tuple("=+-@＝＋－＠")]
    (_, (_, kept)) = csv.reader(io.StringIO(written, newline=""))
    assert kept.replace("'", "") == text
