"""The table of privacy requests (`wish`): who is to be left out, and what was erased for good.

A request is in the journal before it is in the database. Should the program die in between, it is
carried out at the next start; so are those that a restored backup does not know yet.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from storage.ids import check_ids
from storage.pseudonyms import WHOLE_GUILD, Pseudonyms
from storage.sqlite.connection import Database
from storage.sqlite.erasure import erase_guild, erase_member
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.privacy_journal import (
    Action,
    ChosenSettings,
    Entry,
    PrivacyRequest,
    journal_of,
)
from storage.sqlite.notes import erase_notes
from storage.sqlite.settings import close_unwritten, last_chosen, replay_chosen, unwritten_chosen
from storage.sqlite.settings_changes import forget_author
from storage.sqlite.transaction import transaction
from storage.times import last_of_millisecond

log = logging.getLogger(__name__)

_JOURNAL_LOST: Final = (
    "The privacy journal %s does not tell what administrators chose last: it was lost. To be safe, "
    "member lookup is off, no role is chosen and only administrators see moods of channels any "
    "more in the servers %s; channels that were left out may be counted again. Ask their "
    "administrators to look at /sentiment settings."
)

# Beyond as many, on average, the journal is shortened at the start.
_MOST_LINES_A_MEMBER: Final = 4


class PrivacyRequests:
    """Carries requests out: in one transaction, which commits once the journal has them."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms
        self._journal = journal_of(database.path)

    async def of_member(self, action: Action, guild: int, user: int, moment: int) -> int:
        """Do what a member asked at this snowflake; return how many messages were erased, or, of
        an opt-in, how many opt-outs it took back.

        Raises `StorageError` when it could not be done. Should the journal have it all the same,
        because only the commit failed, then it is done at the next start.
        """
        check_ids(guild, user)
        pseudonym = self._pseudonyms.of(guild, user)
        return await self._carry_out(PrivacyRequest(action, pseudonym, moment), None)

    async def erase_guild(self, guild: int, moment: int) -> None:
        """Erase the whole guild at this snowflake; as `of_member`."""
        check_ids(guild)
        pseudonym = self._pseudonyms.of(guild, WHOLE_GUILD)
        await self._carry_out(PrivacyRequest("erase-guild", pseudonym, moment), guild)

    async def _carry_out(self, request: PrivacyRequest, guild: int | None) -> int:
        return await self._database.erase(
            lambda connection: _carry_out(connection, self._journal, request, guild)
        )


_OPT_IN = """
    UPDATE wish SET opted_out = 0, erased_up_to = max(erased_up_to, ?2)
    WHERE member = ?1 AND opted_out = 1
"""
_FIND_MEMBER = "SELECT id FROM member WHERE identity = ?"
# What is left of a deleted channel (of guild 0) was erased before.
_NEWEST_MESSAGE = """
    SELECT coalesce(max(message), 0) FROM message_of_member
    WHERE member = ? AND channel NOT IN (SELECT id FROM channel WHERE guild = 0)
"""
_REMEMBER = """
    INSERT INTO wish VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET opted_out = max(opted_out, excluded.opted_out),
        erased_up_to = max(erased_up_to, excluded.erased_up_to)
    RETURNING erased_up_to
"""


def _carry_out(
    connection: sqlite3.Connection, journal: Path, request: PrivacyRequest, guild: int | None
) -> int:
    """`guild` is the one to erase, if the request is about a whole guild."""
    done = 0
    action, pseudonym, moment = request.action, request.member, request.erased_up_to
    if action == "opt-in":
        done = connection.execute(_OPT_IN, (pseudonym, moment)).rowcount
        if not done:
            return 0  # who never opted out leaves no trace by asking
    else:
        if guild is not None:
            erase_guild(connection, guild)
        for (member,) in connection.execute(_FIND_MEMBER, (pseudonym,)).fetchall():
            (newest,) = connection.execute(_NEWEST_MESSAGE, (member,)).fetchone()
            # Not the message's own id: this stays when the message is gone.
            moment = max(moment, last_of_millisecond(newest))
            done = erase_member(connection, member)
        erase_notes(connection, pseudonym)
        forget_author(connection, pseudonym)
        asked = (pseudonym, action == "opt-out", moment)
        (moment,) = connection.execute(_REMEMBER, asked).fetchone()
    privacy_journal.append(journal, PrivacyRequest(action, pseudonym, moment))
    if guild is not None:
        _forget_chosen(journal, pseudonym)
    return done


def _forget_chosen(journal: Path, guild: bytes) -> None:
    """Erase from the journal, too, what the guild's administrators chose: it is void already."""
    entries = privacy_journal.read(journal)
    kept = [e for e in entries if not (isinstance(e, ChosenSettings) and e.guild == guild)]
    if len(kept) < len(entries):
        with suppress(OSError):  # on a full disk it stays, until the journal is shortened
            privacy_journal.rewrite(journal, kept)


_ALL = "SELECT member, opted_out, erased_up_to FROM wish"
_SET = "INSERT OR REPLACE INTO wish VALUES (?, ?, ?)"
_GUILDS = """
    SELECT guild FROM channel WHERE guild <> 0 UNION SELECT guild FROM guild_settings
    UNION SELECT guild FROM scheduled_job WHERE guild <> 0 UNION SELECT guild FROM note
"""


def replay(
    connection: sqlite3.Connection, entries: Sequence[Entry], pseudonyms: Pseudonyms
) -> None:
    """Carry out what the database does not know yet; doing so again changes nothing.

    For a database just opened or restored: all that it holds of a member is older than a request
    of theirs that it does not know.
    """
    known = {member: (opted_out, up_to) for member, opted_out, up_to in connection.execute(_ALL)}
    guilds = {pseudonyms.of(guild, WHOLE_GUILD): guild for (guild,) in connection.execute(_GUILDS)}
    for pseudonym, (opted_out, up_to) in last_word(entries).items():
        before = known.get(pseudonym, (0, -1))
        if before == (opted_out, up_to) or before[1] > up_to:
            continue
        if pseudonym in guilds:
            erase_guild(connection, guilds[pseudonym])
        for (member,) in connection.execute(_FIND_MEMBER, (pseudonym,)).fetchall():
            erase_member(connection, member)
        erase_notes(connection, pseudonym)
        forget_author(connection, pseudonym)
        connection.execute(_SET, (pseudonym, opted_out, up_to))
    replay_chosen(connection, entries)


def unwritten(connection: sqlite3.Connection, entries: Sequence[Entry]) -> list[PrivacyRequest]:
    """What the database knows and the journal does not: it is new, or an old copy, or was lost."""
    written = last_word(entries)
    return [
        _as_request(member, opted_out, up_to)
        for member, opted_out, up_to in connection.execute(_ALL)
        if written.get(member) != (opted_out, up_to)
    ]


def _as_request(member: bytes, opted_out: int, up_to: int) -> PrivacyRequest:
    return PrivacyRequest("opt-out" if opted_out else "opt-in", member, up_to)


def last_word(entries: Iterable[Entry]) -> dict[bytes, tuple[int, int]]:
    """What all the requests of each member come to: (opted_out, erased_up_to)."""
    words: dict[bytes, tuple[int, int]] = {}
    for request in entries:
        if not isinstance(request, PrivacyRequest):
            continue
        opted_out, up_to = words.get(request.member, (0, 0))
        if request.action in ("opt-out", "opt-in"):
            opted_out = int(request.action == "opt-out")
        words[request.member] = (opted_out, max(up_to, request.erased_up_to))
    return words


_SETTINGS_JOURNAL_HAS_BEGUN = "SELECT begun FROM settings_journal"
_SETTINGS_JOURNAL_BEGINS = "UPDATE settings_journal SET begun = 1 WHERE begun = 0"


def catch_up(
    connection: sqlite3.Connection, journal: Path, pseudonyms: Pseudonyms, *, is_backup: bool
) -> None:
    """Make the database and its journal know the same requests, and the same settings.

    Where the journal was lost, or lacks a guild's settings, others may have been chosen since:
    then member lookup begins turned off. Not so where it has never had any, as at an upgrade.
    """
    with transaction(connection):  # nobody else writes requests meanwhile
        entries = privacy_journal.read(journal)
        replay(connection, entries, pseudonyms)
        (begun,) = connection.execute(_SETTINGS_JOURNAL_HAS_BEGUN).fetchone()
        if is_backup or begun:
            closed = close_unwritten(connection, entries, pseudonyms)
            if closed:
                log.warning(_JOURNAL_LOST, journal, ", ".join(map(str, closed)))
        missing: list[Entry] = [
            *unwritten(connection, entries),
            *unwritten_chosen(connection, entries, pseudonyms),
        ]
        if missing:
            privacy_journal.append(journal, *missing)
        connection.execute(_SETTINGS_JOURNAL_BEGINS)
        _shorten(journal, [*entries, *missing])


def _shorten(journal: Path, entries: Sequence[Entry]) -> None:
    """Leave of many entries each member's last word, and each guild's last settings."""
    words, chosen = last_word(entries), last_chosen(entries)
    if len(entries) > _MOST_LINES_A_MEMBER * (len(words) + len(chosen)):
        with suppress(OSError):  # on a full disk it stays long
            last: list[Entry] = [_as_request(member, *word) for member, word in words.items()]
            privacy_journal.rewrite(journal, [*last, *chosen.values()])
