"""`/sentiment alerts`: who is told where when a channel becomes unusual."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.access import Rule
from bot.commands.desk.looks import Looks, Viewing
from bot.commands.desk.now import AskedChannels
from bot.commands.errors import Refused
from bot.commands.periods import MOST_CHOICES
from bot.commands.places import is_left_out, place_to_post_in, readable_channel
from bot.commands.targets import (
    AskedTarget,
    Target,
    may_be_told,
    may_post,
    target_of,
    watched_channels,
)
from bot.outbox import Outbox, Post, UndeliverableError
from bot.permissions.channels import Channel, may_read
from bot.render.alerts import AlertState, alert_embed, option_words, tally_words
from bot.render.localizer import N_
from bot.reports.alerts import quiet_hours, snoozed, tally
from bot.reports.watching import Watching
from storage import Storage
from storage.records import Alert, ChangedBy

TEST = N_("This is a test: alerts can be posted here.")


class AlertCommands(commands.Cog):
    alerts = app_commands.Group(
        name="alerts", description=N_("Be told when a channel becomes unusual; for moderators")
    )

    def __init__(
        self,
        storage: Storage,
        looks: Looks,
        watching: Watching,
        outbox: Outbox,
        added: Callable[[int], None],
    ) -> None:
        self._alerts = storage.alerts
        self._looks = looks
        self._watching = watching
        self._outbox = outbox
        self._added = added

    @alerts.command(
        description=N_("Be told when a channel, a category or the server turns negative")
    )
    @app_commands.describe(
        channel=N_("The channel or category to watch (the whole server if left out)"),
        target=N_("Where to post (here if left out)"),
        sensitivity=N_("Calm waits to be sure; keen speaks up early, and is wrong more often"),
        quiet=N_("Hours without posts on the server's clock, as in 22-7"),
        most_a_day=N_("How many alerts a day at most (3 if left out)"),
    )
    @app_commands.rename(most_a_day="most-a-day")
    async def add(
        self,
        interaction: discord.Interaction,
        channel: AskedChannels | None = None,
        target: AskedTarget | None = None,
        sensitivity: Literal["calm", "default", "keen"] = "default",
        quiet: app_commands.Range[str, 1, 20] | None = None,
        most_a_day: app_commands.Range[int, 1, 24] = 3,
    ) -> None:
        viewer = access.viewer_of(interaction, access.ALERTS)
        if isinstance(channel, Channel):
            readable_channel(viewer, channel.id)
        place = place_to_post_in(interaction, viewer, target)
        hours = quiet_hours(quiet) if quiet is not None else (None, None)
        if hours is None:
            raise Refused(errors.NO_QUIET_HOURS)
        await replies.defer(interaction)
        viewing = await self._looks.viewing(interaction, access.ALERTS)
        scope_id = None if channel is None else channel.id
        _require_watched(viewing, scope_id)
        await _require_postable(viewing.guild, place.id)
        now = self._looks.clock()
        alert = Alert(
            0, scope_id, place.id, sensitivity, now, hours[0], hours[1], most_a_day=most_a_day
        )
        added = await self._alerts.add(viewing.guild.id, alert, ChangedBy(viewer.id, now))
        if added is None:
            raise Refused(errors.TOO_MANY_ALERTS)
        self._added(viewing.guild.id)
        title = viewing.localizer.gettext("Alert added")
        states = [await self._state(viewing, added)]
        await replies.answer(interaction, alert_embed(viewing.localizer, title, states))

    @alerts.command(name="list", description=N_("See the alerts, and how often they were wrong"))
    async def list_(self, interaction: discord.Interaction) -> None:
        viewing = await self._begin(interaction, access.ALERTS_SEEN)
        localizer = viewing.localizer
        states = [await self._state(viewing, alert) for alert in await self._seen(viewing)]
        embed = alert_embed(localizer, localizer.gettext("Alerts"), states)
        readable = [channel.id for channel in viewing.channels()]
        counted = tally(await self._alerts.posts(viewing.guild.id), readable)
        await replies.answer(interaction, embed.set_footer(text=tally_words(localizer, counted)))

    @alerts.command(description=N_("Remove an alert"))
    @app_commands.describe(alert=N_("Which one; pick it from the list"))
    async def remove(self, interaction: discord.Interaction, alert: str) -> None:
        viewing = await self._begin(interaction, access.ALERTS)
        found = await self._picked(viewing, alert)
        state = await self._state(viewing, found)
        by = ChangedBy(viewing.viewer.id, self._looks.clock())
        if not await self._alerts.remove(viewing.guild.id, found.id, by):
            raise Refused(errors.NO_SUCH_ALERT)
        title = viewing.localizer.gettext("Alert removed")
        await replies.answer(interaction, alert_embed(viewing.localizer, title, [state]))

    @alerts.command(description=N_("Post a test where an alert would be posted"))
    @app_commands.describe(alert=N_("Which one; pick it from the list"))
    async def test(self, interaction: discord.Interaction, alert: str) -> None:
        viewing = await self._begin(interaction, access.ALERTS)
        found = await self._picked(viewing, alert)
        place = await _require_postable(viewing.guild, found.target_id)
        place_to_post_in(interaction, viewing.viewer, place)
        key = f"alert-test-{interaction.id}"
        words = viewing.localizer.gettext(TEST)
        try:
            post = Post(viewing.guild.id, place.id, key, content=words)
            await self._outbox.post(interaction.client, post)
        except UndeliverableError:
            raise Refused(errors.CANNOT_POST_THERE) from None
        title = viewing.localizer.gettext("Test posted")
        states = [await self._state(viewing, found)]
        await replies.answer(interaction, alert_embed(viewing.localizer, title, states))

    @remove.autocomplete("alert")
    @test.autocomplete("alert")
    async def _alerts_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Those that the viewer may see; nothing for others."""
        try:
            viewing = await self._looks.viewing(interaction, access.ALERTS)
        except Refused:
            return []
        lines = {
            str(alert.id): option_words(
                viewing.localizer,
                alert,
                _name(viewing.viewer, alert.scope_id),
                _name(viewing.viewer, alert.target_id),
            )
            for alert in await self._seen(viewing)
        }
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=line, value=number)
            for number, line in lines.items()
            if wanted in line.casefold()
        ][:MOST_CHOICES]

    async def _begin(self, interaction: discord.Interaction, rule: Rule) -> Viewing:
        access.viewer_of(interaction, rule)
        await replies.defer(interaction)
        return await self._looks.viewing(interaction, rule)

    async def _seen(self, viewing: Viewing) -> list[Alert]:
        """The alerts of which the viewer may read a channel, or of which none is there."""
        readable = viewing.channels()
        seen = []
        for alert in await self._alerts.of_guild(viewing.guild.id):
            watched = watched_channels(viewing.guild, viewing.settings, alert.scope_id)
            if not watched or any(channel in readable for channel in watched):
                seen.append(alert)
        return seen

    async def _picked(self, viewing: Viewing, number: str) -> Alert:
        found = [alert for alert in await self._seen(viewing) if str(alert.id) == number]
        if not found:
            raise Refused(errors.NO_SUCH_ALERT)
        return found[0]

    async def _state(self, viewing: Viewing, alert: Alert) -> AlertState:
        """An alert as it is now, as far as the viewer may read what it watches."""
        guild, now = viewing.guild, self._looks.clock()
        watched = watched_channels(guild, viewing.settings, alert.scope_id)
        readable = [each.id for each in watched if may_read(viewing.viewer, each)]
        look = await self._watching.look(guild.id, readable, now, among=())
        target = await target_of(guild, alert.target_id)
        works = target is not None and may_post(target)
        ids = [channel.id for channel in watched]
        told = target is not None and may_be_told(target, ids, viewing.settings)
        silent = snoozed(alert, readable, now)
        return AlertState(
            alert,
            look.waiting,
            reaches_too_many=not told,
            works=works,
            snoozed=silent,
            all_snoozed=len(silent) == len(readable),
        )


def _require_watched(viewing: Viewing, scope_id: int | None) -> None:
    """Refused where nothing of it counts that the viewer may read."""
    watched = watched_channels(viewing.guild, viewing.settings, scope_id)
    if any(may_read(viewing.viewer, channel) for channel in watched):
        return
    if is_left_out(viewing.guild, scope_id, viewing.settings):
        raise Refused(errors.CHANNEL_NOT_COUNTED)
    raise Refused(errors.UNREADABLE_CHANNEL if scope_id is None else errors.NOTHING_IN_CATEGORY)


async def _require_postable(guild: discord.Guild, target_id: int) -> Target:
    """Refused where the bot may not post."""
    target = await target_of(guild, target_id)
    if target is None or not may_post(target):
        raise Refused(errors.CANNOT_POST_THERE)
    return target


def _name(viewer: discord.Member, place_id: int | None) -> str:
    """What it is called, for a list in which Discord shows no mentions; of what the viewer may not
    see, nothing."""
    if place_id is None:
        return viewer.guild.name
    found = viewer.guild.get_channel_or_thread(place_id)
    above = found.parent if isinstance(found, discord.Thread) else found
    if found is None or above is None or not above.permissions_for(viewer).view_channel:
        return "#?"
    return found.name if isinstance(found, discord.CategoryChannel) else f"#{found.name}"
