"""Summary → embed. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord

from bot.render import palette
from bot.render.words import count, figure, mood_words, percent, period_before, plain, when
from bot.reports.moods import LEAST_AUTHORS, LEAST_MESSAGES, MINIMUM_MESSAGES, Report, Summary
from classifier.score import Explanation, Score
from storage.records import GuildSettings, PrivacyStatus, Retention

LEAST_PUSH = 0.05
"""In log-odds: a word that moves the odds by less than 5 % is not worth naming."""

SCALE = "Moods run from −1 to +1."
SMALL_DAYS = (
    f"Days with fewer than {LEAST_AUTHORS} people or {LEAST_MESSAGES} messages in a channel are "
    "not shown, so that nobody stands out."
)
COLOURS = {
    "negative": palette.NEGATIVE,
    "neutral": palette.NEUTRAL,
    "positive": palette.POSITIVE,
}


def mood_embed(title: str, report: Report, note: str = "") -> discord.Embed:
    """The mood of a period: words, figure, change, number of messages, shares of the labels.

    `note` is a sentence on what was summed, put last.
    """
    now = report.now
    mood = now.mood()
    embed = discord.Embed(title=title, colour=palette.of_mood(mood))
    if mood is None:
        lines = [
            f"**Too few messages to say.** A mood needs at least {MINIMUM_MESSAGES} scored "
            f"messages; I count {now.scored or 'none'} {when(report.window)}."
        ]
    else:
        lines = [
            f"**{mood_words(mood).capitalize()}** ({figure(mood)}), from "
            f"{count(now.scored, 'message')} {when(report.window)}.",
            change_words(report),
        ]
        for label, number in (
            ("Positive", now.positive),
            ("Neutral", now.neutral),
            ("Negative", now.negative),
        ):
            embed.add_field(name=label, value=percent(number / now.scored))
    lines += [_left_out(now), note]
    if report.window.whole_days:
        lines.append(SMALL_DAYS)
        reach = "Whole days (UTC): today is not in it yet."
    else:
        reach = f"Whole hours, up to {report.window.until:%H:%M} UTC."
    embed.description = "\n".join(filter(None, lines))
    embed.set_footer(text=f"{SCALE} {reach}")
    return embed


def too_few_embed(title: str) -> discord.Embed:
    """The answer about somebody else without enough messages.

    It is the same for who wrote little, who opted out and who never wrote, and so has no figure.
    """
    return discord.Embed(
        title=title,
        description="**Too few messages to say.**",
        colour=palette.NEUTRAL,
    )


def change_words(report: Report) -> str:
    """The change against the period before, in a sentence; "" where that is not kept."""
    if report.before is None:
        return ""
    before, change = period_before(report.window), report.change
    if change is None:
        return f"{before.capitalize()} had too few messages to compare with."
    beside = f"{before} ({count(report.before.scored, 'message')})"
    if figure(change) == "0.00":
        return f"No change against {beside}."
    direction = "Up" if change > 0 else "Down"
    doubt = "" if report.change_is_clear else " That is too little to be sure of."
    return f"{direction} {figure(abs(change))[1:]} against {beside}.{doubt}"


def _left_out(summary: Summary) -> str:
    parts = []
    if summary.unsure:
        parts.append(f"{count(summary.unsure, 'message')} I was not sure about")
    if summary.not_scored:
        parts.append(f"{count(summary.not_scored, 'message')} with nothing to score")
    return f"Left out: {' and '.join(parts)}." if parts else ""


def check_embed(text: str, explanation: Explanation, model: str) -> discord.Embed:
    """One text's label, how sure the net is, the words that pushed it and the unknown ones."""
    score = explanation.score
    embed = discord.Embed(
        title=_verdict(score),
        description=f"> {plain(text, 300)}",
        colour=COLOURS[score.label] if score.status == "scored" else palette.NEUTRAL,
    )
    if score.status == "not_scored":
        embed.description = (
            f"{embed.description}\nIt holds too few words that I know, or is not in English."
        )
    else:
        for name, side in (("Towards positive", 1), ("Towards negative", -1)):
            pushed = sorted(
                (c for c in explanation.contributions if side * c.log_odds >= LEAST_PUSH),
                key=lambda c: -abs(c.log_odds),
            )
            if pushed:
                strongest = (contribution.feature for contribution in pushed[:3])
                embed.add_field(name=name, value=_listed(strongest))
    if explanation.unknown:
        embed.add_field(name="Words I do not know", value=_listed(explanation.unknown))
    embed.set_footer(text=f"A small net's guess from the words alone. Model: {model}.")
    return embed


def _verdict(score: Score) -> str:
    if score.status == "not_scored":
        return "Nothing to score"
    if score.status == "unsure":
        return f"Not sure – perhaps {score.label} ({percent(score.confidence)})"
    return f"{score.label.capitalize()} ({percent(score.confidence)})"


def note_embed(title: str, words: str) -> discord.Embed:
    """A plain answer."""
    return discord.Embed(title=title, description=words, colour=palette.NEUTRAL)


def privacy_embed(status: PrivacyStatus, retention: Retention) -> discord.Embed:
    """What is kept of a member in this server, for how long, and how to end that."""
    if status.opted_out:
        words = (
            "**You opted out of this server's count.** Nothing of your messages is kept. That you "
            "opted out is kept, under a code instead of your id.\n\n"
            "`/sentiment privacy opt-in` takes this back."
        )
        return note_embed("Your privacy", words)
    if status.first is None or status.last is None:
        kept = "Nothing is kept of your messages in this server so far"
    else:
        first, last = (discord.utils.format_dt(time, "D") for time in (status.first, status.last))
        span = first if first == last else f"{first} to {last}"
        kept = f"I count {count(status.messages, 'message')} of yours here ({span})"
    periods = (retention.rows_days, retention.member_days, retention.channel_days)
    rows, hours, channel_hours = (f"**For {count(days, 'day')}**" for days in periods)
    words = (
        f"**{kept}.** What you wrote is never kept, only how it sounded: a score of three "
        "figures.\n\n"
        f"{rows}: the score of each message, with its id, a code instead of your id, the channel, "
        "the time and the message that you answered, if any.\n"
        f"{hours}: the sums of your scores by hour and channel.\n"
        f"{channel_hours}: the sums of all members by hour and channel. When yours are gone, "
        "nobody can tell your part in these any more, and erasing does not change them.\n\n"
        "`/sentiment privacy export` gives you all of it as a file.\n"
        "`/sentiment privacy forget` erases what is yours.\n"
        "`/sentiment privacy opt-out` erases it and stops the counting."
    )
    return note_embed("Your privacy", words)


def settings_embed(settings: GuildSettings) -> discord.Embed:
    """What the server's administrators chose, with what it means."""
    embed = discord.Embed(title="Settings of this server", colour=palette.NEUTRAL)
    role = settings.trusted_role_id
    lookup = "**Off.** Members see only their own mood."
    if settings.member_lookup:
        trusted = " and the trusted role" if role is not None else ""
        lookup = (
            "**On**, for people with Administrator, Manage Server or View Server Insights"
            f"{trusted}. They see it only over channels that they may read."
        )
    embed.add_field(name="Member lookup", value=lookup, inline=False)
    trusts = (
        "None" if role is None else f"<@&{role}>. Like moderators, it sees today and small groups."
    )
    embed.add_field(name="Trusted role", value=trusts, inline=False)
    embed.add_field(
        name="Channels left out",
        value=_channels(sorted(settings.ignored_channel_ids)) or "None",
        inline=False,
    )
    return embed


def _channels(channel_ids: Sequence[int]) -> str:
    """Channels with commas between; at most thirty, so that a field's 1,024 characters suffice."""
    more = f" and {len(channel_ids) - 30} more" if len(channel_ids) > 30 else ""
    return ", ".join(f"<#{channel_id}>" for channel_id in channel_ids[:30]) + more


def help_embed() -> discord.Embed:
    """What Barometer does, in a few lines."""
    return discord.Embed(
        title="Barometer",
        description=HELP,
        colour=palette.POSITIVE,
    )


HELP = f"""\
I read how messages sound – positive, neutral or negative – and show the mood of a channel or of \
the server over time. I am a small net that looks at words, and I can be wrong.

**Try a text**
`/sentiment check` – or right-click a message → Apps → *Check sentiment*

**See moods**
`/sentiment channel` – of this channel, or another
`/sentiment server` – of all channels that you may read
`/sentiment trend` – as a chart
`/sentiment me` – your own; only you see it
`/sentiment member` – another member's, where this server allows it

**For moderators**
`/sentiment settings` – who may see what, and which channels count
`/sentiment backfill` – count what was said in a channel before
You also see today and small groups, in answers that only you see: ask about a channel from \
another one. Members see past days of at least {LEAST_AUTHORS} people and {LEAST_MESSAGES} messages.

**Privacy**
I keep scores, never what you wrote.
`/sentiment privacy` shows what is kept about you and for how long, gives it to you as a file, \
erases it, or stops the counting."""


def _listed(words: Iterable[str]) -> str:
    """Words with commas between; at most eight, so that a field's 1,024 characters suffice."""
    once = list(dict.fromkeys(words))
    more = f" and {len(once) - 8} more" if len(once) > 8 else ""
    return ", ".join(plain(word, 40) for word in once[:8]) + more
