"""Who changed which setting → an embed. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

import discord

from bot.render import palette
from bot.render.alerts import alert_words
from bot.render.digest import digest_words
from bot.render.localizer import N_, Localizer
from bot.render.settings import NAMES, PAGES
from bot.render.words import at_most, fitting
from storage.records import Alert, ChosenRetention, Digest, Minimums, SettingsChange


def changes_embed(localizer: Localizer, changes: Sequence[SettingsChange]) -> discord.Embed:
    """Who changed what, the latest first, as many as there is room for."""
    _ = localizer.gettext
    title = f"{_('Settings of this server')} · {_(PAGES['changes'])}"
    lines = [_("Nobody has changed anything in the last 30 days.")]
    if changes:
        lines = list(fitting(_change(localizer, change) for change in changes))
    embed = discord.Embed(title=title, description="\n".join(lines), colour=palette.NEUTRAL)
    embed.set_footer(
        text=_("I keep this for 30 days. Who asks to be forgotten is “somebody” from then on.")
    )
    return embed


_NAMES = {**NAMES, "digest": N_("Digest"), "alert": N_("Alert")}

_STATES = {
    "live_for_role_only": (N_("everyone who moderates"), N_("administrators and chosen roles")),
    "moods_for_moderators": (N_("everyone"), N_("moderators")),
    "member_lookup": (N_("off"), N_("on")),
}
"""What each of two states is called."""


def _change(localizer: Localizer, change: SettingsChange) -> str:
    _ = localizer.gettext
    who = _("somebody") if change.user_id is None else f"<@{change.user_id}>"
    name = _(_NAMES[change.name])
    if isinstance(change.after, frozenset):
        what = _added_and_taken(localizer, change)
    elif change.name in _STATES:
        states = _STATES[change.name]
        what = f"{_(states[change.before])} → {_(states[change.after])}"
    elif change.name in ("digest", "alert"):
        parts = (("−", change.before), ("+", change.after))
        what = " ".join(f"{sign} {_set_up(localizer, each)}" for sign, each in parts if each)
    else:
        what = f"{_plain(localizer, change.before)} → {_plain(localizer, change.after)}"
    return f"{discord.utils.format_dt(change.at, 'f')} · {who} · **{name}**: {what}"


def _added_and_taken(localizer: Localizer, change: SettingsChange) -> str:
    form = "<@&{}>" if change.name == "moderator_role_ids" else "<#{}>"
    parts = [
        f"{sign} {at_most(localizer, [form.format(each) for each in sorted(ids)], 5)}"
        for sign, ids in (("+", change.after), ("−", change.before))
        if ids
    ]
    return " ".join(parts)


def _set_up(localizer: Localizer, value: Digest | Alert) -> str:
    if isinstance(value, Digest):
        return digest_words(localizer, value)
    return alert_words(localizer, value)


def _plain(localizer: Localizer, value: Any) -> str:
    """A setting's value in a word or two."""
    _ = localizer.gettext
    match value:
        case None:
            return _("as usual")
        case Minimums():
            return f"{localizer.number(value.people)} / {localizer.number(value.messages)}"
        case ChosenRetention():
            days = [localizer.number(each) for each in astuple(value.chosen)]
            return _("{days} days", days=" / ".join(days))
    return f"`{value}`" if value else _("none")
