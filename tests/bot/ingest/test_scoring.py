"""Who does not want to be counted is not scored either: no text of theirs is read by anything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.ingest.events import IncomingMessage
from bot.ingest.pipeline import Pipeline
from bot.ingest.scoring import Scoring
from classifier.score import Score
from storage import Storage
from storage.records import DISCORD_EPOCH_MS, ReadUpTo, ScoredMessage

HERE, ELSEWHERE, CHANNEL = 1, 2, 10
ANA, BEN, CAT = 7, 8, 9
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(author: int, text: str, *, hours: float = 1, guild: int = HERE) -> IncomingMessage:
    since_2015 = int((NOON + timedelta(hours=hours)).timestamp() * 1000) - DISCORD_EPOCH_MS
    message_id = (since_2015 << 22) + author
    return IncomingMessage(message_id, guild, CHANNEL, None, author, None, None, text)


class ListeningScorer:
    """Remembers every text that it was given."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def score(self, texts: Sequence[str]) -> list[Score]:
        self.heard += texts
        return [Score(0.1, 0.2, 0.7, "scored")] * len(texts)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Storage]:
    async with storage.open(tmp_path / "moods.sqlite3", now=NOON) as opened:
        yield opened


def scoring(scorer: ListeningScorer, store: Storage) -> Scoring:
    return Scoring(scorer, store.messages, model="net-1")


async def ids_counted(asked: Scoring, *messages: IncomingMessage) -> list[int]:
    """Those of which a row is made."""
    changes = (await asked.score(messages)).changes
    return [change.message_id for change in changes if isinstance(change, ScoredMessage)]


BATCH = (
    said(ANA, "ana, who opted out"),
    said(ANA, "ana, elsewhere", guild=ELSEWHERE),
    said(BEN, "ben, before he asked to be forgotten", hours=-1),
    said(BEN, "ben, after that", hours=1),
    said(CAT, "cat, who was out and is back: before", hours=-1),
    said(CAT, "cat, after that"),
)
COUNTED = ["ana, elsewhere", "ben, after that", "cat, after that"]


async def wish(store: Storage) -> None:
    await store.privacy.opt_out(HERE, ANA, NOON - timedelta(hours=5))
    await store.privacy.forget(HERE, BEN, NOON)
    await store.privacy.opt_out(HERE, CAT, NOON - timedelta(hours=5))
    await store.privacy.opt_in(HERE, CAT, NOON)


async def test_live_texts_of_who_is_not_counted_never_reach_the_scorer(store: Storage) -> None:
    await wish(store)
    scorer = ListeningScorer()
    async with Pipeline(scoring(scorer, store), store.messages, linger=0) as pipeline:
        for message in BATCH:
            assert pipeline.offer(message)
        await pipeline.drained()
        counters = pipeline.counters
    assert scorer.heard == COUNTED
    assert (counters.stored, counters.ignored, counters.lost) == (3, 3, 0)
    assert counters.accepted == len(BATCH)


async def test_nor_do_those_of_the_history_and_it_counts_as_read(store: Storage) -> None:
    await wish(store)
    scorer = ListeningScorer()
    async with Pipeline(scoring(scorer, store), store.messages, linger=0) as pipeline:
        up_to = BATCH[-1].message_id
        applied = await pipeline.store(BATCH, [ReadUpTo(HERE, CHANNEL, None, up_to)])
        assert applied.inserted == pipeline.counters.backfilled == 3
    assert scorer.heard == COUNTED
    assert await store.channels.contiguous(HERE) == {CHANNEL: up_to}


async def test_an_edit_is_not_read_either(store: Storage) -> None:
    await store.privacy.opt_out(HERE, ANA, NOON)
    message = said(ANA, "canary")
    edit = IncomingMessage(message.message_id, HERE, CHANNEL, None, ANA, None, NOON, "canary")
    scorer = ListeningScorer()
    assert await ids_counted(scoring(scorer, store), message, edit) == []
    assert scorer.heard == []


async def test_a_wish_holds_from_the_next_batch_on_and_until_it_is_taken_back(
    store: Storage,
) -> None:
    asked = scoring(ListeningScorer(), store)
    message = said(ANA, "hello")
    assert await ids_counted(asked, message) == [message.message_id]
    await store.privacy.opt_out(HERE, ANA, NOON)
    assert await ids_counted(asked, message) == []
    await store.privacy.opt_in(HERE, ANA, NOON)
    assert await ids_counted(asked, message) == [message.message_id]


async def test_a_channel_that_is_left_out_here_counts_elsewhere(
    store: Storage,
) -> None:
    await store.settings.change(
        HERE, lambda s: replace(s, ignored_channel_ids=frozenset({CHANNEL}))
    )
    asked = scoring(ListeningScorer(), store)
    here, there = said(BEN, "here"), said(BEN, "there", guild=ELSEWHERE)
    assert await ids_counted(asked, here, there) == [there.message_id]


COMMANDS = (
    "!play sad violin",
    "?help me",
    ".p despacito",
    "$work",
    ";skip",
    "!élan",
    "!P x",
    ";Dance",
)
TALK = (
    "!?",
    "...",
    "$5 for that",
    "?!",
    ";)",
    "! what",
    ";D so good",
    ";p",
    ";w; no",
    ".o.",
    "love it!",
    "!",
    "",
)


@pytest.mark.parametrize("text", COMMANDS)
async def test_a_command_to_another_bot_is_left_out(store: Storage, text: str) -> None:
    scorer = ListeningScorer()
    assert await ids_counted(scoring(scorer, store), said(ANA, text)) == []
    assert scorer.heard == []


@pytest.mark.parametrize("text", TALK)
async def test_talk_that_begins_with_such_a_sign_counts(store: Storage, text: str) -> None:
    scorer = ListeningScorer()
    message = said(ANA, text)
    assert await ids_counted(scoring(scorer, store), message) == [message.message_id]
    assert scorer.heard == [text]


async def test_each_server_chooses_what_begins_a_command(store: Storage) -> None:
    await store.settings.change(HERE, lambda s: replace(s, command_marks="-"))
    asked = scoring(ListeningScorer(), store)
    here, there = said(ANA, "!play sad violin"), said(ANA, "-play", guild=ELSEWHERE)
    left_out = said(BEN, "-play"), said(BEN, "!play", guild=ELSEWHERE)
    counted = [here.message_id, there.message_id]
    assert await ids_counted(asked, here, there, *left_out) == counted
    await store.settings.change(HERE, lambda s: replace(s, command_marks=""))
    assert await ids_counted(asked, left_out[0]) == [left_out[0].message_id]


async def test_a_message_that_an_edit_makes_a_command_has_no_mood_any_more(store: Storage) -> None:
    scorer = ListeningScorer()
    asked = scoring(scorer, store)
    message = said(ANA, "I love this")
    edit = replace(message, edited_at=NOON + timedelta(hours=2), text="!play I love this")
    changes = (await asked.score([message, edit])).changes
    assert scorer.heard == ["I love this", ""], "which is how an edit takes a text away"
    assert (await store.messages.apply(changes)).updated == 1


async def test_an_edit_right_after_its_message_counts_though_more_has_been_read(
    store: Storage,
) -> None:
    sent = said(ANA, "I lvoe it")
    edit = replace(sent, text="I love it", edited_at=NOON + timedelta(hours=2))
    later = ReadUpTo(HERE, CHANNEL, None, said(ANA, "", hours=3).message_id)
    await store.messages.apply([later])
    together = await scoring(ListeningScorer(), store).score([sent, edit], live=True)
    assert together.ignored == 0
    alone = await scoring(ListeningScorer(), store).score([edit], live=True)
    assert alone.ignored == 1, "it was sent where nothing counted"


async def test_forty_commands_do_not_move_a_balanced_channel(store: Storage) -> None:
    scorer = ListeningScorer()
    commands = [said(ANA, "!play sad violin", hours=1 + n / 60) for n in range(40)]
    async with Pipeline(scoring(scorer, store), store.messages, linger=0) as pipeline:
        for message in (*commands, said(BEN, "hello")):
            pipeline.offer(message)
        await pipeline.drained()
    assert scorer.heard == ["hello"]
    assert (pipeline.counters.stored, pipeline.counters.ignored) == (1, 40)


async def test_an_edit_counts_if_its_message_does_or_comes_with_it(store: Storage) -> None:
    asked, later = scoring(ListeningScorer(), store), NOON + timedelta(hours=2)
    kept, left_out, late = (said(ANA, text, hours=n) for n, text in enumerate(("a", "b", "c")))
    read = ReadUpTo(HERE, CHANNEL, None, late.message_id + 1)
    changes = (await asked.score([kept])).changes
    await store.messages.apply([*changes, read])
    edits = [replace(message, edited_at=later) for message in (kept, left_out, late)]
    found = (await asked.score([late, *edits], live=True)).changes
    ids = [change.message_id for change in found if isinstance(change, ScoredMessage)]
    assert ids == [late.message_id, kept.message_id, late.message_id]
    found = (await asked.score(edits)).changes
    assert len(found) == 3, "whoever asks for the past has it read as it is now"
