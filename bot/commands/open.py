"""`/sentiment open`: a link to the page in a browser, which the bot itself serves."""

from __future__ import annotations

from typing import Any, Protocol, cast

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
    "It only works in a browser on the machine I run on, and only the people who run me are given "
    "one. To open the page to everybody, and to phones, set `BAROMETER_WEB_URL` to an https "
    "address."
)
NOT_REACHABLE = N_(
    "You can't reach the page in a browser yet: it only works on the machine I run on. Whoever "
    "runs me can open it to everybody by setting `BAROMETER_WEB_URL`. Until then, the other "
    "commands tell you the same."
)


class Page(Protocol):
    """What is needed of the page: links, and whether other machines reach it."""

    @property
    def is_public(self) -> bool: ...

    def link(self, viewer: discord.Member, command_id: int, language: str) -> str: ...


class OpenCommand(commands.Cog):
    def __init__(self, page: Page | None) -> None:
        """`page` is `None` where it is switched off."""
        self._page = page

    @app_commands.command(name="open", description=N_("Open your view of this server in a browser"))
    async def open_(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_MOOD)
        await replies.defer(interaction)
        _ = replies.localizer_of(interaction).gettext
        title, page = _("In a browser"), self._page
        if page is None:
            await replies.answer(interaction, note_embed(title, _(OFF)))
            return
        if not page.is_public and not is_operator(interaction.client, viewer.id):
            await replies.answer(interaction, note_embed(title, _(NOT_REACHABLE)))
            return
        words = _(READY) if page.is_public else f"{_(READY)}\n\n{_(ONLY_HERE)}"
        url = page.link(viewer, _command_id(interaction), str(interaction.locale))
        button = discord.ui.Button[discord.ui.View](label=_("Open in a browser"), url=url)
        await replies.answer(interaction, note_embed(title, words), view=persistent.view(button))


def _command_id(interaction: discord.Interaction) -> int:
    data = cast("dict[str, Any]", interaction.data)
    return int(data["id"])


def is_operator(client: discord.Client, user_id: int) -> bool:
    """Whether somebody runs the bot, as far as Discord knows: they own its application, or are in
    the team that does. As it was when the bot started."""
    application = client.application
    if application is None:
        return False
    if application.team is None:
        return application.owner.id == user_id
    accepted = discord.TeamMembershipState.accepted
    return any(
        each.id == user_id and each.membership_state is accepted
        for each in application.team.members
    )
