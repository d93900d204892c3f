"""Alerts → what is posted, listed and answered. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import discord

from bot.render import palette
from bot.render.desk import waiting_words
from bot.render.desk_words import VERDICTS, channel, clock, end, negative_words
from bot.render.localizer import N_, Localizer
from bot.render.words import at_most, fitting, plain
from bot.reports.alerts import MOST_RAISED, AlertTally
from bot.reports.channel_baselines import NotYet
from bot.reports.morning import counted
from bot.reports.unusual.episodes import Episode
from storage.records import Alert, Sensitivity

UNUSUAL = N_("Something is unusual.")
USUAL_AGAIN = N_("It's as usual again.")
"""All that is said where somebody may read it who may not see the figures."""

SENSITIVITIES: Mapping[Sensitivity, str] = {
    "calm": N_("calm"),
    "default": N_("default"),
    "keen": N_("keen"),
}
_RATES: Mapping[Sensitivity, str] = {
    "calm": N_("In quiet weeks this alert fires about once in three months."),
    "default": N_("In quiet weeks this alert fires about once a month."),
    "keen": N_("In quiet weeks this alert fires about once a week."),
}

MOST_NAMED = 30
"""So many channels are named when all is clear again."""

MOST_SNOOZED = 5

LONGEST_OPTION = 100
"""https://discord.com/developers/docs/interactions/application-commands#autocomplete"""


def call_embed(
    localizer: Localizer,
    episodes: Sequence[Episode],
    names: Mapping[int, str],
    sensitivity: Sensitivity,
) -> discord.Embed:
    """What is unusual, with its evidence; the strongest first."""
    parts = ["\n".join(_evidence(localizer, episode)) for episode in episodes]
    embed = discord.Embed(
        title=_title(localizer, episodes, names),
        description="\n".join(_fitting(localizer, parts)),
        colour=palette.NEGATIVE,
    )
    return embed.set_footer(text=localizer.gettext(_RATES[sensitivity]))


def _fitting(localizer: Localizer, parts: Sequence[str]) -> list[str]:
    """As many as there is room for, and how many more there are."""
    shown = list(fitting(parts))
    if more := len(parts) - len(shown):
        shown.append(localizer.ngettext("… and {number} more", "… and {number} more", more))
    return shown


def _title(localizer: Localizer, episodes: Sequence[Episode], names: Mapping[int, str]) -> str:
    if len(episodes) == 1:
        name = plain(names[episodes[0].channel_id], 60)
        return localizer.gettext("Unusually negative in #{name}", name=name)
    return localizer.ngettext(
        "Unusually negative in {number} channel",
        "Unusually negative in {number} channels",
        len(episodes),
    )


def _evidence(localizer: Localizer, episode: Episode) -> list[str]:
    people = localizer.ngettext("From {number} person.", "From {number} people.", episode.people)
    where = localizer.gettext(
        "🔻 {channel} since {time}",
        channel=channel(episode.channel_id),
        time=end(localizer, episode.until, episode.began),
    )
    lines = [where, f"{negative_words(localizer, counted([episode]))} {people}"]
    if episode.over is not None:
        lines.append(localizer.gettext(VERDICTS["over"]))
    return lines


def all_clear_embed(
    localizer: Localizer, channel_ids: Collection[int], since: datetime
) -> discord.Embed:
    named = [channel(each) for each in channel_ids]
    few = len(named) <= MOST_NAMED
    words = localizer.gettext(
        "✅ {channels}: as usual again since {time}.",
        channels=localizer.listed(named) if few else at_most(localizer, named, MOST_NAMED),
        time=clock(since),
    )
    return discord.Embed(description=words, colour=palette.POSITIVE)


@dataclass(frozen=True, slots=True)
class AlertState:
    """An alert as it is now: how the place is called that it watches, and in how many `channels` it
    is not known yet what is usual (`waiting`). `reaches_too_many`: somebody reads the target who
    may not see the figures. `works`: the target is there, and the bot may post in it. In `snoozed`
    channels it is silent until then: these are all that its reader may read, or some.
    """

    alert: Alert
    waiting: Mapping[int, NotYet]
    reaches_too_many: bool
    works: bool
    snoozed: Mapping[int, datetime] = field(default_factory=dict)
    all_snoozed: bool = False


def alert_embed(localizer: Localizer, title: str, states: Sequence[AlertState]) -> discord.Embed:
    """Some alerts, each with what there is to know about it."""
    parts = ["\n".join(_state(localizer, state)) for state in states]
    if not parts:
        parts.append(localizer.gettext("None yet. `/sentiment alerts add` sets one up."))
    return discord.Embed(
        title=title, description="\n\n".join(_fitting(localizer, parts)), colour=palette.NEUTRAL
    )


def tally_words(localizer: Localizer, tally: AlertTally) -> str:
    """What this server's alerts really were: "3 alerts, 1 marked not useful"."""
    words = localizer.ngettext("{number} alert so far", "{number} alerts so far", tally.told)
    if tally.not_useful:
        marked = localizer.ngettext(
            "{number} marked not useful", "{number} marked not useful", tally.not_useful
        )
        words = localizer.gettext("{alerts}, {marked}", alerts=words, marked=marked)
    if tally.held_back:
        held = localizer.ngettext(
            "{number} was over before I could tell you",
            "{number} were over before I could tell you",
            tally.held_back,
        )
        words = localizer.gettext("{alerts}; {held}", alerts=words, held=held)
    return words


def _state(localizer: Localizer, state: AlertState) -> list[str]:
    alert, lines = state.alert, [alert_words(localizer, state.alert)]
    if not state.works:
        lines.append(
            localizer.gettext(
                "⚠️ I can't post there: the channel is gone, or I lack View Channel, Send Messages "
                "or Embed Links."
            )
        )
    elif state.reaches_too_many:
        lines.append(
            localizer.gettext(
                "🔒 Not everybody who sees {channel} may see these figures. There I only post: "
                "“{words}”",
                channel=channel(alert.target_id),
                words=localizer.gettext(UNUSUAL),
            )
        )
    lines += _snoozed(localizer, state)
    if state.waiting:
        silent = localizer.gettext("Until then this alert is silent there.")
        lines.append(f"{waiting_words(localizer, state.waiting)} {silent}")
    return lines


def _snoozed(localizer: Localizer, state: AlertState) -> list[str]:
    """Until when it is silent, the longest last; and where, unless that is everywhere."""
    lines, ends = [], sorted(set(state.snoozed.values()))
    for until in ends:
        if state.all_snoozed and len(ends) == 1:
            lines.append(localizer.gettext("💤 Snoozed until {time}.", time=clock(until)))
            continue
        named = [channel(each) for each, its in state.snoozed.items() if its == until]
        where = at_most(localizer, named, MOST_SNOOZED)
        words = localizer.gettext(
            "💤 {channels}: snoozed until {time}.", channels=where, time=clock(until)
        )
        lines.append(words)
    return lines


def alert_words(localizer: Localizer, alert: Alert) -> str:
    """What it watches, where it is told, and how: "#general → #staff · keen · at most 3 a day"."""
    scope = channel(alert.scope_id) if alert.scope_id else localizer.gettext("the whole server")
    parts = [
        localizer.gettext("{scope} → {target}", scope=scope, target=channel(alert.target_id)),
        localizer.gettext(SENSITIVITIES[alert.sensitivity]),
        localizer.ngettext("at most {number} a day", "at most {number} a day", alert.most_a_day),
    ]
    if alert.quiet_from is not None and alert.quiet_until is not None:
        begin, end = _time(alert.quiet_from), _time(alert.quiet_until)
        parts.append(localizer.gettext("quiet {begin}–{end}", begin=begin, end=end))
    return " · ".join(parts)


def option_words(localizer: Localizer, alert: Alert, scope: str, target: str) -> str:
    """An alert in a list to pick from."""
    words = localizer.gettext("{scope} → {target}", scope=scope, target=target)
    sensitivity = localizer.gettext(SENSITIVITIES[alert.sensitivity])
    return f"{words} · {sensitivity}"[:LONGEST_OPTION]


ONLY_READABLE = N_("That only goes for the channels you can read.")
"""Said to everybody alike: whether there are others is not told."""


def not_useful_embed(
    localizer: Localizer, raised: Mapping[int, float], *, was_marked: bool
) -> discord.Embed:
    """What a mark did to the thresholds of these channels."""
    marked = localizer.gettext("It was marked before.")
    noted = localizer.gettext("Thank you. `/sentiment alerts list` counts it.")
    return _marked_embed(
        localizer, localizer.gettext("Not useful"), marked if was_marked else noted, raised
    )


def useful_embed(localizer: Localizer, raised: Mapping[int, float]) -> discord.Embed:
    """What these channels need now that such a mark was taken back."""
    undone = localizer.gettext("It's no longer marked as not useful.")
    return _marked_embed(localizer, localizer.gettext("Undone"), undone, raised)


def _marked_embed(
    localizer: Localizer, title: str, done: str, raised: Mapping[int, float]
) -> discord.Embed:
    lines = [_needed(localizer, each, round(times)) for each, times in raised.items()]
    if any(times >= MOST_RAISED for times in raised.values()):
        lines.append(localizer.gettext("It never goes above {number} times.", number=4))
    shown = _fitting(localizer, [f"{done} {localizer.gettext(ONLY_READABLE)}", *lines])
    return discord.Embed(title=title, description="\n".join(shown), colour=palette.NEUTRAL)


def _needed(localizer: Localizer, channel_id: int, times: int) -> str:
    if times == 1:
        return localizer.gettext("{channel} needs the usual evidence.", channel=channel(channel_id))
    return localizer.gettext(
        "{channel} now needs {number} times the usual evidence.",
        channel=channel(channel_id),
        number=times,
    )


def snoozed_embed(localizer: Localizer, until: datetime) -> discord.Embed:
    silent = localizer.gettext("💤 This alert is silent until {time}.", time=clock(until))
    words = f"{silent} {localizer.gettext(ONLY_READABLE)}"
    return discord.Embed(description=words, colour=palette.NEUTRAL)


def _time(minutes: int) -> str:
    """Minutes since midnight → "22:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
