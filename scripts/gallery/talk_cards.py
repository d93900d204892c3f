"""The cards with people's own words, as if Discord had been asked: a quarrel, and what is rare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import discord

from bot.render.localizer import Localizer
from bot.render.moved import Read, moved_embed
from bot.render.talk import Said, lines_of, talk_embeds
from bot.reports.moved import Periods, WordTally, drawn, first_id_of, moved
from bot.reports.talk import Row, Talk, rows_of, span, talk
from bot.reports.unusual.episodes import Episode
from classifier.score import Contribution
from classifier.scorer import Scorer
from scripts.gallery.sample import GUILD
from storage import Storage

Texts = Mapping[int, tuple[str, str]]
"""Who said what, by the message's id."""


async def talk_cards(
    storage: Storage,
    scorer: Scorer,
    localizer: Localizer,
    name: str,
    episode: Episode,
    texts: Texts,
) -> dict[str, discord.Embed]:
    """*Which messages?* and *What moved it?* of an episode."""
    asked = (episode.began_id, episode.until_id)
    scores = await storage.messages.scores(GUILD, [episode.channel_id], *span(*asked))
    found = talk(rows_of(scores), *asked)
    periods = Periods.of_an_episode(episode.began, episode.until)
    rows = rows_of(await storage.messages.scores(GUILD, [episode.channel_id], *periods.span))
    now = [row for row in rows if row.message_id >= first_id_of(periods.since)]
    before = rows[: len(rows) - len(now)]
    tallies = [_tally(scorer, part, texts) for part in (now, before)]
    read = [Read(tally.messages, len(p)) for tally, p in zip(tallies, (now, before), strict=True)]
    long = {each: (who, f"{text} " * 60) for each, (who, text) in texts.items()}
    return {
        **_pages("card-which-messages", localizer, name, found, texts),
        **_pages("card-which-messages-gone", localizer, name, found, {}),
        **_pages("card-which-messages-long", localizer, name, found, long),
        "card-what-moved-it": moved_embed(localizer, name, periods, moved(*tallies), *read),
        "card-what-moved-it-nothing": moved_embed(localizer, name, periods, [], *read),
    }


def _pages(
    title: str, localizer: Localizer, name: str, found: Talk, texts: Texts
) -> dict[str, discord.Embed]:
    """The embeds of the page on which it turned."""
    page = found.page()
    said = {row.message_id: _said(row, texts) for row in page.rows if row.message_id in texts}
    lines = lines_of(page, said)
    embeds = talk_embeds(localizer, (found.rows[0].place_id, name), found, page, lines, {})
    return {f"{title}-{number}": embed for number, embed in enumerate(embeds, 1)}


def _said(row: Row, texts: Texts) -> Said:
    author, text = texts[row.message_id]
    link = f"https://discord.com/channels/{GUILD}/{row.place_id}/{row.message_id}"
    return Said(row.message_id, author, text, {}, is_edited=False, link=link)


def _tally(scorer: Scorer, rows: Sequence[Row], texts: Texts) -> WordTally:
    def explained() -> Iterator[tuple[int, Sequence[Contribution]]]:
        for row in (row for block in drawn(rows) for row in block):
            yield row.person, scorer.explain(texts[row.message_id][1]).contributions

    return WordTally(explained())
