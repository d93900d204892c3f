"""A server's sums as a table: `python -m scripts.export --guild SERVER_ID --out FILE`.

FILE is CSV (also `.csv.gz`) or, with pyarrow, Parquet: a row a channel and a day, or an hour with
`--by hour`. It holds what moderators see in `/sentiment trend`: with fewer than three writers only
that there were too few, no mood of fewer than five messages and no shares of fewer than twenty; so
keep it among them. With `--published` it holds what every member may see: rounded days.
Channels that are left out now are not in it. Whoever runs the bot can do this, while it runs or
not; settings are read as by the bot (.env).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Final

import storage
from bot import settings as settings_module
from bot.clock import utc_now
from bot.render import mood_table
from bot.render.export import link
from bot.render.localizer import Localizer
from bot.reports import published
from bot.reports.periods import DAY, HOUR, Between, Last, finished_window, floor, live_window
from bot.reports.queries import Moods
from bot.reports.time_zones import zone_of
from bot.reports.writers import LEAST_WRITERS
from bot.settings import Settings
from scripts.barometer import parser_of
from scripts.table_reading import TableError
from scripts.table_writing import Kind, writing
from storage import Storage, StorageError, database_file
from storage.records import PublishedDay

LIVE: Final[dict[str, Kind]] = {
    **dict.fromkeys(mood_table.NAMES, "count"),
    **dict.fromkeys(("place", "since", "until"), "text"),
    "mood": "number",
}

PUBLISHED: Final[dict[str, Kind]] = {
    "place": "text",
    "day": "text",
    "hidden": "count",
    "judged": "count",
    "counted": "count",
    "negative": "number",
    "positive": "number",
    "mood": "number",
}

STEPS: Final = {"hour": HOUR, "day": DAY}

Rows = AsyncIterator[list[Sequence[Any]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; 0, or 1 with words when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        settings = settings_module.load()
        rows = asyncio.run(_export(settings, options, utc_now()))
    except (settings_module.SettingsError, StorageError, TableError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or options.out}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"Wrote {rows:,} rows to {options.out}.")
    return 0


async def _export(settings: Settings, options: argparse.Namespace, now: datetime) -> int:
    """How many rows were written. Raises StorageError, also where nothing is kept of the server."""
    file = database_file(settings.database)
    if file is not None and not file.is_file():  # opening it would make an empty one
        raise StorageError(f"There is no database {settings.database}.")
    async with storage.open(
        settings.database, now=now, key_file=settings.key_file, backups=settings.backups
    ) as store:
        if options.guild not in await store.guilds.known():
            raise StorageError(f"Nothing is kept of a server {options.guild}.")
        chosen = await store.settings.get(options.guild)
        channels = sorted(
            await store.channels.top_level(options.guild) - chosen.ignored_channel_ids
        )
        days = options.days * DAY
        if options.published and chosen.moods_for_moderators:
            raise StorageError(
                "This server shows moods of channels to its moderators alone, so there is nothing "
                "that every member may see. Leave --published out, and keep the table among them."
            )
        if options.published:
            columns, rows = PUBLISHED, _published(store, options.guild, channels, days, now)
        else:
            zone = zone_of(chosen.time_zone)
            moods = Moods(store, settings.retention, lambda: now)
            step = STEPS[options.by]
            columns, rows = LIVE, _live(moods, options.guild, channels, days, now, zone, step)
        written = 0
        with writing(options.out, columns) as write:
            async for some in rows:
                write(some)
                written += len(some)
        return written


async def _live(
    moods: Moods,
    guild_id: int,
    channels: Sequence[int],
    length: timedelta,
    now: datetime,
    zone: tzinfo,
    step: timedelta,
) -> Rows:
    """A channel's steps at a time; days begin at midnight in the zone."""
    since = (now - length).astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    window = live_window(Between(floor(since.astimezone(now.tzinfo), HOUR), now + HOUR), now, zone)
    assert window is not None  # noqa: S101 (it has begun)
    for channel in channels:
        course = await moods.course(guild_id, [channel], window, step, least_writers=LEAST_WRITERS)
        place = link(guild_id, channel)
        yield [
            tuple(row.values())
            for row in mood_table.rows(Localizer(time_zone=zone), place, tuple(course))
        ]


async def _published(
    store: Storage, guild_id: int, channels: Sequence[int], length: timedelta, now: datetime
) -> Rows:
    window = finished_window(Last(length), now)
    assert window is not None  # noqa: S101 (a day is over)
    for channel in channels:
        days = await store.published_days.of_channels(guild_id, [channel], *window.span)
        yield [
            _published_row(link(guild_id, channel), day) for day in days if day.shown or day.hidden
        ]


def _published_row(place: str, day: PublishedDay) -> Sequence[Any]:
    """As in `PUBLISHED`; a day that is hidden as a whole has no figures."""
    told = published.summarise([day])
    figures: Sequence[Any] = (None,) * 5
    if day.shown:
        figures = (told.scored, told.counted, told.negative, told.positive, told.mood())
    return (place, f"{day.day:%Y-%m-%d}", day.hidden, *figures)


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 400:
        raise argparse.ArgumentTypeError("choose 1 to 400 days")
    return days


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("export", __doc__)
    parser.add_argument("--guild", type=int, required=True, metavar="SERVER_ID")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--days", type=_days, default=30, help="so far back (default: 30)")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--by", choices=STEPS, default="day", help="the rows (default: day)")
    shown.add_argument("--published", action="store_true", help="what every member may see")
    return parser


if __name__ == "__main__":
    sys.exit(main())
