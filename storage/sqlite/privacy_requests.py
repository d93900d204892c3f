"""The table of wishes: who wants to be left out, and what was erased for good.

A wish is in the journal before it is in the database. Should the program die in between, the wish
is carried out at the next start; so are those that a restored backup does not know yet.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from storage.batch import check_ids
from storage.sqlite.erasure import erase_guild, erase_member
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.privacy_journal import Wish, journal_of
from storage.sqlite.transaction import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from storage.sqlite.connection import Database
    from storage.sqlite.files.privacy_journal import Action

# The user id that stands for a whole guild: no snowflake is 0.
WHOLE_GUILD: Final = 0
# Beyond as many, on average, the journal is shortened at the start.
_MOST_LINES_A_MEMBER: Final = 4

Member = tuple[int, int]
"""The ids of a guild and a user."""


class Wishes:
    """Carries wishes out: in one transaction, which commits once the journal has them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._journal = journal_of(database.path)

    async def carry_out(self, action: Action, guild: int, user: int, moment: int) -> int:
        """Do what was asked at this snowflake; return how many messages were erased.

        Raises `StorageError` when it could not be done. Should the journal have it all the same,
        because only the commit failed, then it is done at the next start.
        """
        check_ids(guild, None if action == "erase-guild" else user)
        return await self._database.erase(
            lambda connection: _carry_out(connection, self._journal, action, guild, user, moment)
        )

    async def barred(self, members: Collection[Member]) -> dict[Member, int]:
        """The same as the function `barred`, from the last commit."""
        return _by_member(await self._database.read(_BARRED, (_listed(members),)))


# Without a wish the outermost loop is empty, and the members are not even looked at. The highest
# 64-bit integer bars every message.
_BARRED = """
    SELECT asked.value ->> 0, asked.value ->> 1, iif(opted_out, 0x7fffffffffffffff, erased_up_to)
    FROM (SELECT 1 FROM wish LIMIT 1) CROSS JOIN json_each(?) AS asked CROSS JOIN wish
        ON wish.member = member_key(asked.value ->> 0, asked.value ->> 1)
"""


def barred(connection: sqlite3.Connection, members: Collection[Member]) -> dict[Member, int]:
    """Of these members those with a wish: the highest message id that must not be stored."""
    return _by_member(connection.execute(_BARRED, (_listed(members),)))


def _listed(members: Collection[Member]) -> str:
    for member in members:
        check_ids(*member)
    return json.dumps(list(members))


def _by_member(rows: Iterable[tuple[int, int, int]]) -> dict[Member, int]:
    return {(guild, user): up_to for guild, user, up_to in rows}


_MEMBER_KEY = "SELECT member_key(?, ?)"
_OPT_IN = """
    UPDATE wish SET opted_out = 0, erased_up_to = max(erased_up_to, ?2)
    WHERE member = ?1 AND opted_out = 1
"""
_FIND_MEMBER = "SELECT id FROM member WHERE identity = ?"
_NEWEST_MESSAGE = "SELECT coalesce(max(message), 0) FROM message_of_member WHERE member = ?"
_REMEMBER = """
    INSERT INTO wish VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET opted_out = max(opted_out, excluded.opted_out),
        erased_up_to = max(erased_up_to, excluded.erased_up_to)
    RETURNING erased_up_to
"""


def _carry_out(
    connection: sqlite3.Connection, path: Path, action: Action, guild: int, user: int, moment: int
) -> int:
    erased = 0
    (identity,) = connection.execute(_MEMBER_KEY, (guild, user)).fetchone()
    if action == "opt-in":
        if not connection.execute(_OPT_IN, (identity, moment)).rowcount:
            return 0  # who never opted out leaves no trace by asking
    else:
        if action == "erase-guild":
            erase_guild(connection, guild)
        for (member,) in connection.execute(_FIND_MEMBER, (identity,)).fetchall():
            (newest,) = connection.execute(_NEWEST_MESSAGE, (member,)).fetchone()
            moment = max(moment, newest)
            erased = erase_member(connection, member)
        asked = (identity, action == "opt-out", moment)
        (moment,) = connection.execute(_REMEMBER, asked).fetchone()
    privacy_journal.append(path, Wish(action, identity, moment))
    return erased


_ALL = "SELECT member, opted_out, erased_up_to FROM wish"
_SET = "INSERT OR REPLACE INTO wish VALUES (?, ?, ?)"
_GUILDS = """
    SELECT member_key(guild, 0), guild
    FROM (SELECT guild FROM channel UNION SELECT guild FROM guild_settings)
"""


def replay(connection: sqlite3.Connection, wishes: Iterable[Wish]) -> None:
    """Carry out what the database does not know yet; doing so again changes nothing.

    For a database just opened or restored: all that it holds of a member is older than a wish of
    theirs that it does not know.
    """
    known = {member: (opted_out, up_to) for member, opted_out, up_to in connection.execute(_ALL)}
    guilds = dict(connection.execute(_GUILDS))
    for identity, (opted_out, up_to) in last_word(wishes).items():
        before = known.get(identity, (0, -1))
        if before == (opted_out, up_to) or before[1] > up_to:
            continue
        if identity in guilds:
            erase_guild(connection, guilds[identity])
        for (member,) in connection.execute(_FIND_MEMBER, (identity,)).fetchall():
            erase_member(connection, member)
        connection.execute(_SET, (identity, opted_out, up_to))


def unwritten(connection: sqlite3.Connection, wishes: Iterable[Wish]) -> list[Wish]:
    """What the database knows and the journal does not: it is new, or an old copy, or was lost."""
    written = last_word(wishes)
    return [
        _as_wish(member, opted_out, up_to)
        for member, opted_out, up_to in connection.execute(_ALL)
        if written.get(member) != (opted_out, up_to)
    ]


def _as_wish(member: bytes, opted_out: int, up_to: int) -> Wish:
    return Wish("opt-out" if opted_out else "opt-in", member, up_to)


def last_word(wishes: Iterable[Wish]) -> dict[bytes, tuple[int, int]]:
    """What all the wishes of each member come to: (opted_out, erased_up_to)."""
    words: dict[bytes, tuple[int, int]] = {}
    for wish in wishes:
        opted_out, up_to = words.get(wish.member, (0, 0))
        if wish.action in ("opt-out", "opt-in"):
            opted_out = int(wish.action == "opt-out")
        words[wish.member] = (opted_out, max(up_to, wish.erased_up_to))
    return words


def catch_up(connection: sqlite3.Connection, path: Path) -> None:
    """Make the database and its journal, at `path`, know the same wishes."""
    with transaction(connection):  # nobody else writes wishes meanwhile
        wishes = privacy_journal.read(path)
        replay(connection, wishes)
        missing = unwritten(connection, wishes)
        if missing:
            privacy_journal.append(path, *missing)
        _shorten(path, [*wishes, *missing])


def _shorten(path: Path, wishes: Collection[Wish]) -> None:
    """Leave of many wishes each member's last word."""
    words = last_word(wishes)
    if len(wishes) > _MOST_LINES_A_MEMBER * len(words):
        with suppress(OSError):  # on a full disk it stays long
            privacy_journal.rewrite(
                path, [_as_wish(member, *word) for member, word in words.items()]
            )
