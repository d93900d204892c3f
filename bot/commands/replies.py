"""How a command answers: defer first, then fill the answer in. Nobody is ever pinged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, tzinfo

import discord

from bot.render.localizer import Localizer, for_language
from bot.reports.time_zones import zone_of
from storage.records import GuildSettings

NOBODY = discord.AllowedMentions.none()


def localizer_of(interaction: discord.Interaction, zone: tzinfo = UTC) -> Localizer:
    """How to write to who asked; times are the zone's."""
    return for_language(str(interaction.locale), zone)


def public_localizer(guild: discord.Guild, settings: GuildSettings) -> Localizer:
    """How to write to all in this server, on its clock."""
    language = settings.language or str(guild.preferred_locale)
    return for_language(language, zone_of(settings.time_zone))


async def defer(interaction: discord.Interaction) -> None:
    """Tell Discord within its 3 s that an answer is coming, which only who asked will see."""
    await interaction.response.defer(ephemeral=True, thinking=True)


async def answer(
    interaction: discord.Interaction,
    embed: discord.Embed,
    *,
    file: discord.File | None = None,
    files: Sequence[discord.File] = (),
    view: discord.ui.View | None = None,
) -> None:
    """Fill in the deferred answer, or replace the one that is there."""
    await interaction.edit_original_response(
        embed=embed,
        attachments=[*files, *([] if file is None else [file])],
        view=view,
        allowed_mentions=NOBODY,
    )


def names_known(interaction: discord.Interaction) -> dict[int, str]:
    """Whose names are known without asking Discord: who asks, the bot, and the server's roles.

    Channels are not among them: who asks may not see them all.
    """
    names = {interaction.user.id: interaction.user.display_name}
    if interaction.client.user is not None:
        names[interaction.client.user.id] = interaction.client.user.display_name
    if interaction.guild is not None:
        names |= {role.id: role.name for role in interaction.guild.roles}
    return names
