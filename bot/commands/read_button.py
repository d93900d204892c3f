"""A button that has the past of all channels read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import discord

from bot.commands import access
from bot.commands.readings import Readings
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.render.localizer import Localizer
from storage.records import GuildSettings


class ReadButton:
    """Register its `kind` at the start."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self.kind = persistent.kind("read-all", rule=access.READ_ALL, pressed=self._press)

    def of(
        self, localizer: Localizer, settings: GuildSettings, asker_id: int | None, at: datetime
    ) -> PersistentItem:
        """One for who asked, or (`None`) for whoever manages the server."""
        days = self._readings.days(settings, at)
        label = localizer.ngettext(
            "Read the last {number} day", "Read the last {number} days", days
        )
        button = discord.ui.Button[Any](label=label, style=discord.ButtonStyle.primary)
        return self.kind.of(button, asker_id=asker_id, at=at)

    async def _press(self, press: Press) -> None:
        viewer = access.viewer_of(press.interaction, access.READ_ALL)
        await self._readings.read(press.interaction, viewer, ())
