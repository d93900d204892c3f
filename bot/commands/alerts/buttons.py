"""*Open*, *Snooze 1 h* and *Not useful*: each answers by the rights of who presses it, and acts on
the channels alone that they may read: nobody silences what they cannot see."""

from __future__ import annotations

from dataclasses import dataclass, replace

import discord

from bot.commands import access, errors, replies
from bot.commands.desk.answers import DeskAnswers
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.desk.looks import Looks, Viewing
from bot.commands.errors import Refused
from bot.commands.targets import watched_channels
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.permissions.channels import Channel
from bot.render.alerts import call_embed, not_useful_embed, snoozed_embed, useful_embed
from bot.render.desk_answers import GONE
from bot.render.localizer import N_, Localizer
from bot.reports.alerts import episodes_of, raised
from bot.reports.periods import HOUR
from storage import Storage
from storage.records import Alert, AlertPost

SNOOZE = HOUR
LABELS = (N_("Open"), N_("Snooze 1 h"), N_("Not useful"))
UNDO = N_("Undo")


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A post, as far as whoever pressed may read the channels that it was called for."""

    viewing: Viewing
    post: AlertPost
    channels: list[Channel]
    alert: Alert | None  # None: it was removed


class AlertButtons:
    """The kinds are in `buttons`. A button carries the post's number, and nothing of what it is
    about: whoever reads the target can see that."""

    def __init__(self, storage: Storage, looks: Looks, answers: DeskAnswers, turns: Turns) -> None:
        self._alerts = storage.alerts
        self._looks = looks
        self._answers = answers
        self._turns = turns
        handlers = {
            "alert-open": self._press_open,
            "alert-snooze": self._press_snooze,
            "alert-not-useful": self._press_not_useful,
            "alert-useful": self._press_useful,
        }
        self.buttons = tuple(
            persistent.kind(name, rule=access.ALERTS_SEEN, pressed=pressed, arguments="[0-9]{1,19}")
            for name, pressed in handlers.items()
        )

    def below(
        self, localizer: Localizer, post: AlertPost, *, only_open: bool = False
    ) -> discord.ui.View:
        """What goes below a post."""
        return persistent.view(*self._items(localizer, post)[: 1 if only_open else None])

    def _items(self, localizer: Localizer, post: AlertPost) -> list[PersistentItem]:
        kinds = self.buttons[: len(LABELS)]
        return [
            _item(kind, localizer.gettext(label), post)
            for kind, label in zip(kinds, LABELS, strict=True)
        ]

    async def _press_open(self, press: Press) -> None:
        interaction = press.interaction
        with self._turns.of(interaction.user.id):
            await replies.defer(interaction)
            pressed = await self._pressed(press)
            viewing, post = pressed.viewing, pressed.post
            since = min(post.called.values()) - HOUR
            look = await self._looks.look(viewing, pressed.channels, since)
            episodes = episodes_of(post, look.episodes)
            if not episodes:
                raise Refused(GONE)
            names = {channel.id: channel.name for channel in pressed.channels}
            sensitivity = "default" if pressed.alert is None else pressed.alert.sensitivity
            embed = call_embed(viewing.localizer, episodes, names, sensitivity)
            items = [
                *self._answers.buttons_about(
                    viewing.localizer,
                    EpisodeId.of(episodes[0]),
                    asker_id=viewing.viewer.id,
                    at=self._looks.clock(),
                ),
                *self._items(viewing.localizer, post)[1:],
            ]
            await replies.answer(interaction, embed, view=persistent.view(*items))

    async def _press_snooze(self, press: Press) -> None:
        await replies.defer(press.interaction)
        pressed = await self._pressed(press)
        until = self._looks.clock() + SNOOZE
        viewing, alert = pressed.viewing, pressed.alert
        if alert is None:
            raise Refused(errors.ALERT_REMOVED)
        readable = viewing.channels()
        watched = watched_channels(viewing.guild, viewing.settings, alert.scope_id)
        # What it was called for, and what it may be called for within the hour.
        silent = {each.id for each in [*pressed.channels, *watched] if each in readable}
        if not await self._alerts.snooze(viewing.guild.id, alert.id, silent, until):
            raise Refused(errors.ALERT_REMOVED)
        await replies.answer(press.interaction, snoozed_embed(pressed.viewing.localizer, until))

    async def _press_not_useful(self, press: Press) -> None:
        await replies.defer(press.interaction)
        pressed = await self._pressed(press)
        is_new, factors = await self._mark(pressed, not_useful=True)
        localizer = pressed.viewing.localizer
        embed = not_useful_embed(localizer, factors, was_marked=not is_new)
        undo = _item(self.buttons[-1], localizer.gettext(UNDO), pressed.post)
        await replies.answer(press.interaction, embed, view=persistent.view(undo))

    async def _press_useful(self, press: Press) -> None:
        await replies.defer(press.interaction)
        pressed = await self._pressed(press)
        _, factors = await self._mark(pressed, not_useful=False)
        embed = useful_embed(pressed.viewing.localizer, factors)
        await replies.answer(press.interaction, embed)

    async def _mark(self, pressed: _Pressed, *, not_useful: bool) -> tuple[bool, dict[int, float]]:
        """Whether anything changed, and how many times the evidence the channels need by now."""
        guild_id, ids = pressed.viewing.guild.id, [each.id for each in pressed.channels]
        is_new = await self._alerts.mark(guild_id, pressed.post.id, ids, not_useful=not_useful)
        factors = raised(await self._alerts.posts(guild_id))
        return is_new, {channel: factors.get(channel, 1.0) for channel in ids}

    async def _pressed(self, press: Press) -> _Pressed:
        """Refused to people without live figures, where none of the channels is theirs to read,
        and where the post is not kept any more."""
        viewing = await self._looks.viewing(press.interaction, access.ALERTS_SEEN)
        guild_id, number = viewing.guild.id, int(press.asked.arguments[0])
        kept = {post.id: post for post in await self._alerts.posts(guild_id)}
        post = kept.get(number)
        # An id may come again when what had it is gone; then it was noted at another time.
        if post is None or int(post.noted_at.timestamp()) != int(press.asked.at.timestamp()):
            raise Refused(GONE)
        channels = [each for each in viewing.channels() if each.id in post.called]
        if not channels:
            raise Refused(errors.UNREADABLE_CHANNEL)
        called = {each.id: post.called[each.id] for each in channels}
        alerts = {alert.id: alert for alert in await self._alerts.of_guild(guild_id)}
        alert = None if post.alert_id is None else alerts.get(post.alert_id)
        return _Pressed(viewing, replace(post, called=called), channels, alert)


def _item(kind: type[PersistentItem], label: str, post: AlertPost) -> PersistentItem:
    return kind.of(
        discord.ui.Button[discord.ui.View](label=label),
        asker_id=None,
        at=post.noted_at,
        arguments=(post.id,),
    )
