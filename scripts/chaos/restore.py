"""Restore older copies of the database: what administrators and members chose since then holds.

Several servers turn member lookup on and off, choose roles, leave channels out; members opt out and
in; backups are made in between. Then the file is damaged and opened again, or a random backup is
restored by command, with the privacy journal there or, with the file, lost. After the first two
every choice must be the last one made; after a loss member lookup must be off everywhere, no role
chosen, and where that is a change the log must say so.
"""

from __future__ import annotations

import asyncio
import logging
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import storage
from scripts.chaos.result import Figure, Result
from storage.records import GuildSettings
from storage.sqlite.files import backups
from storage.sqlite.files.privacy_journal import journal_of
from storage.sqlite.files.restoring import restore

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
GUILDS = range(900, 904)
MEMBERS = range(1, 6)
STEPS = 30
WAYS = ("damage", "command", "loss")


def run(options: Namespace) -> Result:
    """Live through `options.runs` histories, and restore at the end of each."""
    random = Random(options.seed)
    restores = dict.fromkeys(WAYS, 0)
    checked = 0
    broken: list[str] = []
    for number in range(options.runs):
        way = WAYS[number % len(WAYS)]
        restores[way] += 1
        with TemporaryDirectory() as folder:
            trial = Trial(Path(folder) / "moods.sqlite3", random)
            asyncio.run(trial.run(way))
        checked += trial.checked
        broken += [f"run {number + 1} ({way}): {fault}" for fault in trial.broken]
    figures: dict[str, Figure] = {"restores": restores, "choices_checked": checked}
    return Result(figures, tuple(broken))


@dataclass(slots=True)
class Trial:
    """One database. Afterwards `broken` says which choices were forgotten."""

    database: Path
    random: Random
    settings: dict[int, GuildSettings] = field(default_factory=dict)
    opted_out: set[tuple[int, int]] = field(default_factory=set)
    checked: int = 0
    broken: list[str] = field(default_factory=list)
    backups: list[tuple[Path, dict[int, GuildSettings]]] = field(default_factory=list)
    in_backup: dict[int, GuildSettings] = field(default_factory=dict)

    async def run(self, way: str) -> None:
        async with storage.open(self.database, now=START) as store:
            await self._choose_something(store, 0)
            await self._back_up(store)
            for minute in range(1, STEPS):
                await self._choose_something(store, minute)
                if self.random.random() < 0.2:
                    await self._back_up(store)
        with _logged() as logged:
            self._restore(way)
            async with storage.open(self.database, now=START) as store:
                await self._check(store, way, logged)

    async def _choose_something(self, store: storage.Storage, minute: int) -> None:
        guild, member = self.random.choice(GUILDS), self.random.choice(MEMBERS)
        at = START + timedelta(minutes=minute)
        if self.random.random() < 0.3:
            if (guild, member) in self.opted_out:
                await store.privacy.opt_in(guild, member, at)
                self.opted_out.remove((guild, member))
            else:
                await store.privacy.opt_out(guild, member, at)
                self.opted_out.add((guild, member))
            return
        chosen = GuildSettings(
            guild,
            member_lookup=self.random.random() < 0.5,
            moderator_role_ids=frozenset(self.random.sample((456, 457), 1)),
            ignored_channel_ids=frozenset(self.random.sample(range(70, 80), 3)),
        )
        self.settings[guild] = await store.settings.change(guild, lambda _: chosen)

    async def _back_up(self, store: storage.Storage) -> None:
        assert store.files is not None
        # Each of an hour of its own, or only the newest is kept.
        made = await store.files.backup(START + timedelta(hours=len(self.backups)))
        self.backups.append((made, dict(self.settings)))

    def _restore(self, way: str) -> None:
        """Put an older copy in the place of the file, or damage it, so that the opening does."""
        if way == "damage":
            with self.database.open("r+b") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(4096)
                file.write(self.random.randbytes(size - 4096))
            return
        if way == "loss":
            journal_of(self.database).unlink(missing_ok=True)
            self.database.unlink()
        backup, self.in_backup = self.random.choice(self.backups)
        restore(self.database, backups.default_folder(self.database), START, backup=backup)

    async def _check(self, store: storage.Storage, way: str, logged: list[str]) -> None:
        for guild in GUILDS:
            found = await store.settings.get(guild)
            self.checked += 1
            if way == "loss":
                if found.member_lookup or found.moderator_role_ids:
                    self.broken.append(f"server {guild} begins with {found}")
                continue
            if found != self.settings.get(guild, GuildSettings(guild)):
                self.broken.append(f"server {guild} has {found}, not {self.settings.get(guild)}")
            for member in MEMBERS:
                status = await store.privacy.status(guild, member)
                self.checked += 1
                if status.opted_out != ((guild, member) in self.opted_out):
                    self.broken.append(f"member {member} of {guild}: opted out {status.opted_out}")
        closed = any("member lookup is off" in line for line in logged)
        if way == "loss" and self._was_open() and not closed:
            self.broken.append("the log does not say that lookup is off")

    def _was_open(self) -> bool:
        return any(each.member_lookup for each in self.in_backup.values())


@contextmanager
def _logged() -> Iterator[list[str]]:
    """The lines that the storage logs, which are shown nowhere."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    log, keep = logging.getLogger("storage"), Keep()
    log.addHandler(keep)
    log.propagate = False
    try:
        yield lines
    finally:
        log.removeHandler(keep)
        log.propagate = True
