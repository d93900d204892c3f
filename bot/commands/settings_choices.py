"""What was chosen or written in the settings' panel → a change of the settings, or Refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import datetime

import discord

from bot.commands import errors
from bot.commands.errors import Refused
from bot.commands.views.forms import Submission
from bot.commands.views.persistent import Press
from bot.render.localizer import languages
from bot.reports.time_zones import zone_name, zones_like
from storage.records import (
    LONGEST_RETENTION,
    POSSIBLE_COMMAND_MARKS,
    ChosenRetention,
    GuildSettings,
    Minimums,
    Retention,
)

SettingsUpdate = Callable[[GuildSettings], GuildSettings]

LEAST_MEMBER_DAYS, LEAST_CHANNEL_DAYS = 7, 8
"""A week is what the commands show unless they are asked otherwise; of channels a whole one, which
ended yesterday."""

MOST_PEOPLE, MOST_MESSAGES = 100, 1000
AS_ON_DISCORD = "discord"
"""Stands for the language that the server has on Discord."""


def chosen(what: str, press: Press) -> SettingsUpdate:
    """What comes of a choice from a select."""
    values = press.chosen
    match what, values:
        case "leave-out", _:
            ids = _places(press)
            return lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | ids)
        case "count-again", _:
            ids = frozenset(map(int, values))
            return lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids - ids)
        case "roles", _:
            roles = _roles(press)
            return lambda s: replace(s, moderator_role_ids=roles)
        case "live", ("everyone" | "chosen" as who,):
            return lambda s: replace(s, live_for_role_only=who == "chosen")
        case "moods", ("everyone" | "moderators" as who,):
            return lambda s: replace(s, moods_for_moderators=who == "moderators")
        case "lookup", ("on" | "off" as state,):
            return lambda s: replace(s, member_lookup=state == "on")
        case "language", (code,) if code in (AS_ON_DISCORD, *languages()):
            language = None if code == AS_ON_DISCORD else code
            return lambda s: replace(s, language=language)
        case "marks", _ if set(values) <= set(POSSIBLE_COMMAND_MARKS):
            marks = "".join(sign for sign in POSSIBLE_COMMAND_MARKS if sign in values)
            return lambda s: replace(s, command_marks=marks)
    raise Refused(errors.OUTDATED)


def _places(press: Press) -> frozenset[int]:
    """The channels, threads and categories that were picked, all of this server."""
    select = press.component
    if not isinstance(select, discord.ui.ChannelSelect):
        raise Refused(errors.OUTDATED)
    return frozenset(place.id for place in select.values)


def _roles(press: Press) -> frozenset[int]:
    select = press.component
    if not isinstance(select, discord.ui.RoleSelect):
        raise Refused(errors.OUTDATED)
    if any(role.is_default() for role in select.values):
        raise Refused(errors.EVERYONE_IS_NO_ROLE)
    return frozenset(role.id for role in select.values)


def written(
    what: str, submission: Submission, operators: Retention, now: datetime
) -> SettingsUpdate:
    """What comes of a form."""
    match what:
        case "kept":
            return _retention(submission, operators, now)
        case "minimums":
            return _minimums(submission)
        case "time-zone":
            return time_zone(submission.text("zone"))
    raise Refused(errors.OUTDATED_FORM)


def _retention(submission: Submission, operators: Retention, now: datetime) -> SettingsUpdate:
    days = [_number(submission.text(field)) for field in ("rows", "members", "channels")]
    least = (1, max(LEAST_MEMBER_DAYS, days[0]), max(LEAST_CHANNEL_DAYS, days[1]))
    bounds = zip(least, days, astuple(operators), strict=True)
    if not all(low <= number <= high for low, number, high in bounds):
        raise Refused(errors.NO_SUCH_RETENTION)
    retention = Retention(*days)

    def change(settings: GuildSettings) -> GuildSettings:
        if retention == operators:
            return replace(settings, retention=None)
        if settings.retention is not None and settings.retention.chosen == retention:
            return settings  # what waits goes on waiting
        # Not what the operator keeps: what they shorten waits by itself.
        own = settings.retention
        before = LONGEST_RETENTION if own is None else own.at(now)
        return replace(settings, retention=ChosenRetention.after(before, retention, now))

    return change


def _minimums(submission: Submission) -> SettingsUpdate:
    people, messages = (_number(submission.text(field)) for field in ("people", "messages"))
    usual = Minimums()
    if not usual.people <= people <= MOST_PEOPLE or not (
        usual.messages <= messages <= MOST_MESSAGES
    ):
        raise Refused(errors.NO_SUCH_MINIMUMS)
    return lambda s: replace(s, minimums=Minimums(people, messages))


def _number(text: str) -> int:
    """A number in digits, of whatever script; -1 for anything else."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else -1


def time_zone(typed: str) -> SettingsUpdate:
    """The zone of that name, or the only one in which it occurs."""
    name = zone_name(typed)
    if name is None:
        like = zones_like(typed, 2)
        if len(like) != 1:
            raise Refused(errors.NO_SUCH_TIME_ZONE)
        (name,) = like
    return lambda s: replace(s, time_zone=name)
