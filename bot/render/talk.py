"""Messages as they were said, with the labels that they were stored with → embeds.

Pure functions. What people wrote is shown so that nothing in it acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import discord

from bot.render import palette
from bot.render.localizer import N_, Localizer
from bot.render.words import named, one_line, plain, without_spoilers
from bot.reports.talk import JUDGED, Page, Row, Talk, Word
from storage.records import snowflake_time

MOST_IN_ALL = 5_900
"""Characters of all embeds of a message together; Discord allows 6,000, and 4,096 a description:
https://discord.com/developers/docs/resources/message#embed-object-embed-limits"""
MOST_IN_ONE = 4_000

HALF_A_DAY = 12 * 3600
"""Seconds after which a time of day alone would not say which day."""

LONGEST_NAME = 24
_LONGEST_TEXTS = (500, 350, 250, 180, 130, 100, 70, 40)
"""Characters of a text; the first of these with which all fits."""

WORDS: Mapping[Word, str] = {
    "negative": N_("negative"),
    "neutral": N_("neutral"),
    "positive": N_("positive"),
    "unsure": N_("couldn't judge"),
    "not_scored": N_("too few words I know"),
}

FETCHED = N_("Fetched from Discord just now; I keep none of it.")
BY_WORDS = N_("I go by words, so a call for calm sounds negative to me, too.")
NOT_SHOWN = N_("Deleted messages, and messages of people who opted out, are not shown.")
RAN_OUT = N_("A few are missing here, because there is a lot between them. Please read on there.")
NOTHING_LEFT = N_("I can't show any of these messages.")


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it stands in Discord now. `mentioned` are the names of whom it mentions."""

    message_id: int
    author: str = field(repr=False)
    text: str = field(repr=False)
    mentioned: Mapping[int, str] = field(repr=False)
    is_edited: bool
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """A message of a page that can be shown, with its number there and its conversation's."""

    number: int
    conversation: int
    row: Row
    said: Said


def lines_of(page: Page, said: Mapping[int, Said]) -> list[Line]:
    """The messages of the page that can be shown, in the order of time."""
    rows = zip(page.conversations, page.rows, strict=True)
    shown = [(conversation, row) for conversation, row in rows if row.message_id in said]
    return [Line(n, each, row, said[row.message_id]) for n, (each, row) in enumerate(shown, 1)]


def talk_embeds(
    localizer: Localizer,
    channel: tuple[int, str],
    talk: Talk,
    page: Page,
    lines: Sequence[Line],
    names: Mapping[int, str],
    *,
    ran_out: bool = False,
) -> list[discord.Embed]:
    """A page of the messages of an episode, with the one with which it turned.

    `channel` is its id and name; `names` are those of members and roles by id, for whom the texts
    mention.
    """
    title = talk_title(localizer, plain(channel[1], 100))
    footer = " ".join(talk_notes(localizer, talk, ran_out=ran_out))
    room = MOST_IN_ALL - len(title) - len(footer)
    turned = _turned(talk, page, lines)
    descriptions: list[str] = []
    for longest in _LONGEST_TEXTS:
        shown = _Shown(localizer, talk.began_id, channel[0], names, turned, longest)
        entries = _entries(shown, lines)
        descriptions = _joined([_when(localizer, talk), *entries])
        if sum(map(len, descriptions)) <= room:
            break
    embeds = [discord.Embed(description=each, colour=palette.NEUTRAL) for each in descriptions]
    embeds[0].title = title
    embeds[-1].set_footer(text=footer)
    return embeds


def choices(localizer: Localizer, lines: Iterable[Line]) -> list[discord.SelectOption]:
    """The messages whose label somebody can call right or not, for a select.

    A value is the message's id and the label that was shown; `chosen_of` reads it.
    """
    return [
        discord.SelectOption(
            label=f"{line.number}. {one_line(line.said.author, 60)}",
            value=f"{line.row.message_id}-{line.row.word}",
            description=localizer.gettext(WORDS[line.row.word]),
        )
        for line in lines
        if line.row.is_judged
    ]


def chosen_of(value: str) -> tuple[int, Word]:
    """The id of the message and the label that it was shown with. Raises ValueError for others."""
    number, _, label = value.partition("-")
    word = next((word for word in JUDGED if word == label), None)
    if word is None or not re.fullmatch("[1-9][0-9]{0,18}", number) or int(number) >= 2**63:
        raise ValueError("This is no value of ours.")
    return int(number), word


def _turned(talk: Talk, page: Page, lines: Sequence[Line]) -> int | None:
    """The message shown with which it turned; where it is gone, the next one."""
    turned = talk.rows[talk.turned]
    if turned not in page.rows:
        return None
    ids = (line.row.message_id for line in lines)
    return next((each for each in ids if each >= turned.message_id), None)


def _when(localizer: Localizer, talk: Talk) -> str:
    began, until = _seconds(talk.began_id), _seconds(talk.until_id)
    since, end = f"<t:{began}:f>", f"<t:{until}:{'f' if until - began > HALF_A_DAY else 't'}>"
    return localizer.gettext("From {since} to {until}", since=since, until=end)


def talk_title(localizer: Localizer, name: str) -> str:
    """What stands above the messages of an episode in a channel of this name."""
    return localizer.gettext("#{name}: where it turned", name=name)


def talk_notes(localizer: Localizer, talk: Talk, *, ran_out: bool) -> list[str]:
    """What is always said of the messages of an episode, a sentence each."""
    _ = localizer.gettext
    unjudged = localizer.ngettext(
        "I couldn't judge {unjudged} of the {number} message.",
        "I couldn't judge {unjudged} of the {number} messages.",
        talk.messages,
        unjudged=talk.unjudged,
    )
    sentences = [_(FETCHED), _(BY_WORDS), unjudged if talk.unjudged else "", _(NOT_SHOWN)]
    return list(filter(None, [*sentences, _(RAN_OUT) if ran_out else ""]))


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A message as somebody reads it where there is no markdown; nobody's but the reader's."""

    number: int
    conversation: int
    place_id: int
    at: datetime
    author: str = field(repr=False)
    text: str = field(repr=False)
    label: Word
    label_words: str
    is_reply: bool
    is_edited: bool
    turned: bool
    link: str


def said_lines(
    localizer: Localizer, talk: Talk, page: Page, lines: Sequence[Line], names: Mapping[int, str]
) -> list[SaidLine]:
    """The messages of a page in plain text, each on one line and cut at the same length as in
    Discord. `names` as in `talk_embeds`."""
    turned = _turned(talk, page, lines)
    return [
        SaidLine(
            number=line.number,
            conversation=line.conversation,
            place_id=line.row.place_id,
            at=snowflake_time(line.row.message_id),
            author=one_line(line.said.author, LONGEST_NAME),
            text=one_line(
                without_spoilers(named(line.said.text, {**names, **line.said.mentioned})),
                _LONGEST_TEXTS[0],
            ),
            label=line.row.word,
            label_words=localizer.gettext(WORDS[line.row.word]),
            is_reply=bool(line.row.reply_to),
            is_edited=line.said.is_edited,
            turned=line.row.message_id == turned,
            link=line.said.link,
        )
        for line in lines
    ]


@dataclass(frozen=True, slots=True)
class _Shown:
    """How the messages of a page are shown: `longest` is the most characters of a text."""

    localizer: Localizer
    began_id: int
    channel_id: int
    names: Mapping[int, str] = field(repr=False)
    turned: int | None
    longest: int


def _entries(shown: _Shown, lines: Sequence[Line]) -> Iterator[str]:
    """One a message; between two conversations is an empty line."""
    if not lines:
        yield shown.localizer.gettext(NOTHING_LEFT)
    place_id, conversation, dated = shown.channel_id, -1, _seconds(shown.began_id)
    for line in lines:
        head = "" if line.conversation == conversation else "\n"
        if line.row.place_id != place_id:
            head += f"<#{line.row.place_id}>\n"
        place_id, conversation = line.row.place_id, line.conversation
        sent = _seconds(line.row.message_id)
        if abs(sent - dated) > HALF_A_DAY:
            dated = sent
            yield f"{head}{_entry(shown, line, f'<t:{sent}:f>')}"
        else:
            yield f"{head}{_entry(shown, line, f'<t:{sent}:t>')}"


def _entry(shown: _Shown, line: Line, when: str) -> str:
    """Who wrote when, and the label as a word; below it the text."""
    _, row, said = shown.localizer.gettext, line.row, line.said
    author = f"**{plain(said.author, LONGEST_NAME)}**" + (" ↩" if row.reply_to else "")
    about = [_(WORDS[row.word]), _("edited") if said.is_edited else ""]
    jump = _("jump")
    link = f"[{jump}]({said.link})"
    turn = _("**← here it turned**") if row.message_id == shown.turned else ""
    facts = " · ".join(filter(None, [author, *about, link, turn]))
    names = {**shown.names, **said.mentioned}
    text = plain(without_spoilers(named(said.text, names)), shown.longest)
    return f"`{line.number}` {when} {facts}\n> {text or '…'}"


def _seconds(message_id: int) -> int:
    """When it was sent, as Discord writes moments: by seconds since 1970."""
    return int(snowflake_time(message_id).timestamp())


def _joined(entries: Iterable[str]) -> list[str]:
    """On as few descriptions as hold them."""
    joined: list[str] = []
    for entry in entries:
        if joined and len(joined[-1]) + 1 + len(entry) <= MOST_IN_ONE:
            joined[-1] += f"\n{entry}"
        else:
            joined.append(entry.strip())
    return joined
