"""`/sentiment open`: a link to the page in a browser, which the bot itself serves."""

from __future__ import annotations

from typing import Protocol

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, replies
from bot.commands.views import persistent
from bot.render.embeds import note_embed
from bot.render.localizer import N_

OFF = N_(
    "Whoever runs me hasn't switched on the page in a browser. The other commands tell you the "
    "same."
)
READY = N_(
    "This opens your view of this server in a browser, for an hour: what you may see in Discord, "
    "nothing more. The link works once, within ten minutes, so please don't pass it on."
)
ONLY_HERE = N_(
    "It only works in a browser on the machine that I run on. For other devices, whoever runs me "
    "needs to set `BAROMETER_WEB_URL` to an https address."
)


class Page(Protocol):
    """What is needed of the page: links, and whether other machines reach it."""

    @property
    def is_public(self) -> bool: ...

    def link(self, viewer: discord.Member, language: str) -> str: ...


class OpenCommand(commands.Cog):
    def __init__(self, page: Page | None) -> None:
        """`page` is `None` where it is switched off."""
        self._page = page

    @app_commands.command(name="open", description=N_("Open your view of this server in a browser"))
    async def open_(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        await replies.defer(interaction)
        _ = replies.localizer_of(interaction).gettext
        title = _("In a browser")
        if self._page is None:
            await replies.answer(interaction, note_embed(title, _(OFF)))
            return
        words = _(READY) if self._page.is_public else f"{_(READY)}\n\n{_(ONLY_HERE)}"
        url = self._page.link(viewer, str(interaction.locale))
        button = discord.ui.Button[discord.ui.View](label=_("Open in a browser"), url=url)
        await replies.answer(interaction, note_embed(title, words), view=persistent.view(button))
